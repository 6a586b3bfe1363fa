import type { EntitySet } from '../odata/metadata';
import { button, element } from './dom';
import type { Column } from './state';
import type { Texts } from './texts';

/** Which columns, in which order and how wide, without a mouse: dragging in the table does the same. */
export class ColumnsForm {
  readonly root = element('div', { class: 'list-columns' });
  private readonly list = element('ul');
  private columns: { property: string; width: number | undefined; shown: boolean }[];

  constructor(private readonly set: EntitySet, shown: readonly Column[], private readonly texts: Texts, private readonly changed: (columns: Column[]) => void, reset: () => void) {
    const rest = [...set.properties.values()].filter(property => shown.every(column => column.property !== property.name));
    this.columns = [...shown.map(column => ({ ...column, shown: true })), ...rest.map(property => ({ property: property.name, width: undefined, shown: false }))];
    this.root.append(element('h2', {}, texts.get('columns')), element('p', { class: 'hint' }, texts.get('columns.hint')), this.list,
      element('div', { class: 'actions' }, button(texts.get('all-columns'), { class: 'small' }, reset)));
    this.draw();
  }

  private draw(focus?: string): void {
    this.list.replaceChildren(...this.columns.map((column, index) => this.line(column, index)));
    if (focus) this.list.querySelector<HTMLElement>(`[data-act="${focus}"]`)?.focus();
  }

  private line(column: { property: string; width: number | undefined; shown: boolean }, index: number): HTMLElement {
    const label = this.set.properties.get(column.property)!.label;
    const tick = element('input', { type: 'checkbox', id: `column-${column.property}` });
    tick.checked = column.shown;
    tick.addEventListener('change', () => {
      column.shown = tick.checked;
      this.tell();
    });
    const act = (name: string, sign: string, does: () => void, possible: boolean) => {
      const made = button(sign, { class: 'plain', 'aria-label': this.texts.get(name, label), 'data-act': `${name}-${column.property}` }, does);
      made.disabled = !possible;
      return made;
    };
    return element('li', {}, element('span', { class: 'choice' }, tick, element('label', { for: tick.id }, label)),
      act('up', '↑', () => this.move(index, -1, `up-${column.property}`), index > 0),
      act('down', '↓', () => this.move(index, 1, `down-${column.property}`), index < this.columns.length - 1),
      act('narrower', '−', () => this.widen(column, -40), column.shown),
      act('wider', '+', () => this.widen(column, 40), column.shown));
  }

  private move(index: number, by: number, focus: string): void {
    const [column] = this.columns.splice(index, 1);
    this.columns.splice(index + by, 0, column!);
    this.draw(focus);
    this.tell();
  }

  private widen(column: { property: string; width: number | undefined }, by: number): void {
    const now = document.querySelector<HTMLElement>(`.tabulator-col[tabulator-field="${column.property}"]`)?.offsetWidth ?? 160;
    column.width = Math.max(80, Math.min(800, (column.width ?? now) + by));
    this.tell();
  }

  private tell(): void {
    const shown = this.columns.filter(column => column.shown).map(({ property, width }) => ({ property, width }));
    if (shown.length > 0) this.changed(shown);
  }
}
