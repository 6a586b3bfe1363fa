import type { ODataError } from '../odata/service';
import { button, element } from './dom';
import type { Texts } from './texts';

/** What stands in place of rows, or above them: reading, nothing, a refusal, no connection, an ended session. */
export class Status {
  readonly banner = element('div', { class: 'notice warn list-banner', role: 'alert', hidden: true });
  readonly place = element('div', { class: 'list-status', hidden: true });
  /** Said to screen readers. */
  readonly said = element('p', { class: 'visually-hidden', role: 'status' });
  readonly count = element('p', { class: 'list-count muted' });

  constructor(private readonly texts: Texts, private readonly retry: () => void, private readonly clear: () => void) {}

  say(text: string): void {
    this.said.textContent = text;
  }

  counted(count: number | undefined): void {
    this.count.textContent = count === undefined ? '' : this.texts.rows(count);
  }

  rows(): void {
    this.place.hidden = true;
    this.banner.hidden = true;
  }

  reading(): void {
    const line = () => element('span', { class: 'skeleton' });
    this.put(element('div', { class: 'list-skeleton', 'aria-hidden': 'true' }, line(), line(), line(), line(), line(), line()));
    this.say(this.texts.get('loading'));
  }

  nothing(isFiltered: boolean): void {
    this.put(this.empty(isFiltered ? 'none' : 'empty', ...(isFiltered ? [button(this.texts.get('clear'), {}, this.clear)] : [])));
    this.say(this.texts.get(isFiltered ? 'none' : 'empty'));
  }

  /** Shows what went wrong; what was read before stays where there is some. */
  failed(error: ODataError, hasRows: boolean): void {
    const again = button(this.texts.get('retry'), {}, this.retry);
    if (error.isSignedOut) {
      const back = `/staff/sign-in?returnUrl=${encodeURIComponent(location.pathname + location.search)}`;
      this.put(this.empty('signed-out', element('a', { class: 'button primary', href: back }, this.texts.get('sign-in'))));
      this.say(this.texts.get('signed-out'));
      return;
    }
    const said = error.isOffline ? this.texts.get('offline') : error.message;
    if (hasRows || error.isOffline) {
      this.banner.replaceChildren(element('p', {}, said), element('p', {}, again));
      this.banner.hidden = false;
      return;
    }
    this.put(element('div', { class: 'empty', role: 'alert' }, element('h2', {}, this.texts.get('error')), element('p', {}, said), element('div', { class: 'actions' }, again)));
  }

  private empty(key: string, ...actions: Node[]): HTMLElement {
    return element('div', { class: 'empty' }, element('h2', {}, this.texts.get(key)), element('p', {}, this.texts.get(`${key}.hint`)), element('div', { class: 'actions' }, ...actions));
  }

  private put(content: HTMLElement): void {
    this.place.replaceChildren(content);
    this.place.hidden = false;
    this.banner.hidden = true;
  }
}
