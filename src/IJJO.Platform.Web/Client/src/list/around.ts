import type { EntitySet } from '../odata/metadata';
import type { Service } from '../odata/service';
import type { Address } from './address';
import { download } from './download';
import { toQuery } from './filters';
import type { ListState } from './state';
import { Tabs } from './tabs';
import type { Texts } from './texts';

/** What the server has put around the table and what says the same as its address: tabs, files, charts. */
export class Around {
  private readonly tabs: Tabs;

  constructor(private readonly host: HTMLElement, service: Service, private readonly set: EntitySet, private readonly address: Address, private readonly texts: Texts, change: (part: Partial<ListState>) => void, private readonly say: (text: string) => void, signal: AbortSignal) {
    this.tabs = new Tabs(host, service, set, view => change({ view, filters: [], search: '', only: [], sort: [] }));
    host.addEventListener('click', event => this.onClick(event), { signal });
  }

  draw(): void {
    const { query, state } = this.address;
    this.tabs.mark(state.view, query.toString());
    for (const link of this.host.querySelectorAll<HTMLAnchorElement>('a[data-file]')) link.search = query.toString();
    this.drawCharts(query);
  }

  recount(): void { void this.tabs.recount(); }

  /** Charts are of the rows that the list shows, and their parts open these further narrowed. */
  private drawCharts(query: URLSearchParams): void {
    const { $filter, $search } = toQuery(this.address.state, this.set);
    for (const charts of this.host.querySelectorAll<HTMLElement>('ijjo-charts')) {
      for (const one of charts.querySelectorAll<HTMLElement>('[data-list]')) one.dataset.list = `${location.pathname}?${query.toString()}`;
      const first = charts.querySelector<HTMLElement>('[data-set]');
      if ((charts.dataset.filter ?? first?.dataset.filter ?? '') !== ($filter ?? '')) charts.dataset.filter = $filter ?? '';
      if ((charts.dataset.search ?? first?.dataset.search ?? '') !== ($search ?? '')) charts.dataset.search = $search ?? '';
    }
  }

  private onClick(event: MouseEvent): void {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-file^="export."]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    link.closest('details')?.removeAttribute('open');
    void download(link, this.host.querySelector('.page-title')!, this.texts).then(said => this.say(said));
  }
}
