import { ODataError } from '../odata/service';
import { button, element } from './dom';
import type { Texts } from './texts';

/** Whether the server's table, the grid, or a word in their place is seen: reading, nothing, a refusal, no connection, an ended session. */
export class Status {
  readonly banner = element('div', { class: 'notice warn list-banner', role: 'alert', hidden: true });
  readonly place = element('div', { class: 'list-status', hidden: true });
  /** Said to screen readers. */
  readonly said = element('p', { class: 'visually-hidden', role: 'status' });
  readonly count = element('p', { class: 'list-count muted' });

  constructor(private readonly texts: Texts, private readonly plain: HTMLElement, private readonly grid: HTMLElement, private readonly clear: () => void) {}

  say(text: string): void {
    this.said.textContent = text;
  }

  /** What is shown stays until there is something else to show. */
  reading(): void {
    this.grid.setAttribute('aria-busy', 'true');
    if (!this.grid.hidden || !this.plain.hidden) return;
    const line = () => element('span', { class: 'skeleton' });
    this.put(element('div', { class: 'list-skeleton', 'aria-hidden': 'true' }, line(), line(), line(), line(), line(), line()));
    this.say(this.texts.get('loading'));
  }

  read(): void {
    this.grid.removeAttribute('aria-busy');
  }

  /** The grid has rows, all of them or as many as were asked for. */
  rows(): void {
    this.plain.hidden = true;
    this.grid.hidden = false;
    this.place.hidden = true;
    this.banner.hidden = true;
  }

  counted(count: number | undefined): void {
    this.count.textContent = count === undefined ? '' : this.texts.rows(count);
    this.say(this.count.textContent);
  }

  nothing(isNarrowed: boolean): void {
    this.put(this.empty(isNarrowed ? 'none' : 'empty', ...(isNarrowed ? [button(this.texts.get('clear'), {}, this.clear)] : [])));
    this.say(this.texts.get(isNarrowed ? 'none' : 'empty'));
  }

  /** Shows what went wrong; what was read before stays, and so does what the server has sent with the page. */
  failed(problem: unknown, hasRows: boolean, retry: () => void): void {
    if (!(problem instanceof ODataError)) throw problem;
    this.read();
    const again = button(this.texts.get('retry'), {}, retry);
    if (problem.isSignedOut) {
      const back = `/staff/sign-in?returnUrl=${encodeURIComponent(location.pathname + location.search)}`;
      this.put(this.empty('signed-out', element('a', { class: 'button primary', href: back }, this.texts.get('sign-in'))));
      this.say(this.texts.get('signed-out'));
    } else if (hasRows || !this.plain.hidden || problem.isOffline) {
      this.place.hidden = true;
      this.banner.replaceChildren(element('p', {}, problem.isOffline ? this.texts.get('offline') : problem.message), element('p', {}, again));
      this.banner.hidden = false;
    } else {
      this.put(element('div', { class: 'empty', role: 'alert' }, element('h2', {}, this.texts.get('error')), element('p', {}, problem.message), element('div', { class: 'actions' }, again)));
    }
  }

  private empty(key: string, ...actions: Node[]): HTMLElement {
    return element('div', { class: 'empty' }, element('h2', {}, this.texts.get(key)), element('p', {}, this.texts.get(`${key}.hint`)), element('div', { class: 'actions' }, ...actions));
  }

  private put(content: HTMLElement): void {
    this.place.replaceChildren(content);
    this.place.hidden = false;
    this.plain.hidden = true;
    this.grid.hidden = true;
    this.banner.hidden = true;
  }
}
