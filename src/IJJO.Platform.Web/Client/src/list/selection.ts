import type { Action } from '../odata/metadata';
import { button, element } from './dom';
import type { Texts } from './texts';

/** How many rows an action page takes by name; beyond that there is "all". */
const most = 100;

/** Which rows are chosen: some by their keys, across pages, or all of the list as it is filtered. */
export class Selection {
  readonly bar = element('div', { class: 'list-selection', role: 'region', hidden: true });
  private readonly keys = new Set<string>();
  private isAll = false;
  private count: number | undefined;

  constructor(private readonly actions: readonly Action[], private readonly texts: Texts, private readonly changed: (said: string) => void) {
    this.bar.setAttribute('aria-label', texts.get('select'));
  }

  get isPossible(): boolean { return this.actions.length > 0; }

  has(key: string): boolean { return this.isAll || this.keys.has(key); }

  hasAll(loaded: readonly string[]): boolean { return loaded.length > 0 && loaded.every(key => this.has(key)); }

  tick(keys: readonly string[], ticked: boolean): void {
    // To take one away from all is to choose again.
    if (this.isAll) this.keys.clear();
    this.isAll = false;
    for (const key of keys) {
      if (!ticked) this.keys.delete(key);
      else if (this.keys.size < most) this.keys.add(key);
    }
    const full = ticked && keys.some(key => !this.keys.has(key));
    this.changed(full ? this.texts.get('too-many', most) : this.said);
  }

  all(): void {
    this.isAll = true;
    this.changed(this.texts.get('all-selected', this.count ?? ''));
  }

  clear(): void {
    this.isAll = false;
    this.keys.clear();
    this.changed(this.said);
  }

  /** The bar with what can be done; all is said as the list's own address, which the action page reads. */
  draw(count: number | undefined, address: URLSearchParams): void {
    this.count = count;
    this.bar.hidden = !this.isAll && this.keys.size === 0;
    if (this.bar.hidden) return;
    const all = new URLSearchParams(address);
    all.set('all', '1');
    const query = this.isAll ? all : new URLSearchParams([...this.keys].map(key => ['row', key]));
    const said = this.isAll ? this.texts.get('all-selected', count ?? '') : this.texts.get('selected', this.keys.size);
    this.bar.replaceChildren(
      element('strong', {}, said),
      ...this.actions.map(action => element('a', { class: 'button primary small', href: `${action.page}?${query.toString()}` }, action.label)),
      ...(this.isAll || count === undefined || count <= this.keys.size ? [] : [button(this.texts.get('all-rows', this.texts.rows(count)), { class: 'plain' }, () => this.all())]),
      button(this.texts.get('unselect'), { class: 'plain' }, () => this.clear()));
  }

  private get said(): string {
    return this.keys.size === 0 ? this.texts.get('selected-none') : this.texts.get('selected', this.keys.size);
  }
}
