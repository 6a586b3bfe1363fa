import type { EntitySet } from '../odata/metadata';

/** The shipped views as tabs, which the server has drawn: the browser changes between them without a new page. A saved view is a page of its own. */
export class Tabs {
  private readonly links: HTMLAnchorElement[];
  private readonly saved: HTMLAnchorElement | null;
  private arrived: string | undefined;

  constructor(host: HTMLElement, private readonly set: EntitySet, open: (view: string | undefined) => void) {
    this.links = [...host.querySelectorAll<HTMLAnchorElement>('[data-views] a')].filter(link => this.viewOf(link) !== null);
    this.saved = [...host.querySelectorAll<HTMLAnchorElement>('[data-views] a[aria-current]')].find(link => !this.links.includes(link)) ?? null;
    for (const link of this.links) {
      link.addEventListener('click', event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        open(this.viewOf(link) ?? undefined);
      });
    }
  }

  /** Whether the address is that of a saved view only the server knows: its mark comes back with the address that it came with. */
  mark(view: string | undefined, address: string): void {
    this.arrived ??= address;
    const here = this.saved && address === this.arrived ? this.saved : this.links.find(link => this.viewOf(link) === view);
    for (const link of [...this.links, ...(this.saved ? [this.saved] : [])]) {
      if (link === here) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  /** Where the numbers of the views stand, and the filters of their rows. */
  counts(): [Element | null, string | undefined][] {
    return this.links.map(link => [link.querySelector('.count'), this.set.views.find(view => view.id === this.viewOf(link))?.filter]);
  }

  /** The shipped view behind a tab; undefined for the whole list, null for a saved view. */
  private viewOf(link: HTMLAnchorElement): string | undefined | null {
    const view = new URLSearchParams(link.search).get('view');
    if (view === null || view === 'all') return undefined;
    return this.set.views.some(one => one.id === view) ? view : null;
  }
}
