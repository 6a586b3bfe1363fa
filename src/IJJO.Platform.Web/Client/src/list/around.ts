import type { EntitySet } from '../odata/metadata';
import { address, type Service } from '../odata/service';
import type { Address } from './address';
import { download } from './download';
import { toQuery } from './filters';
import { countedOf, type ListState } from './state';
import { Tabs } from './tabs';
import type { Texts } from './texts';

/** What the server has put around the table and what says the same as its address: tabs, files, charts. */
export class Around {
  private readonly tabs: Tabs;

  constructor(private readonly host: HTMLElement, private readonly service: Service, private readonly set: EntitySet, private readonly address: Address, private readonly texts: Texts, change: (part: Partial<ListState>) => void, private readonly say: (text: string) => void, signal: AbortSignal) {
    this.tabs = new Tabs(host, set, view => change({ view, filters: [], search: '', only: [], sort: [] }));
    host.addEventListener('click', event => this.onClick(event), { signal });
  }

  draw(): void {
    const { query, state } = this.address;
    this.tabs.mark(state.view, query.toString());
    for (const link of this.host.querySelectorAll<HTMLAnchorElement>('a[data-file]')) link.search = query.toString();
    this.drawCharts(query);
  }

  /** Counts tabs and figures anew in one request. */
  async recount(): Promise<void> {
    const figures = [...this.host.querySelectorAll<HTMLElement>('[data-figure]')].map(place => [place, countedOf(place.dataset.figure!, this.set)?.rows] as const);
    const places = [...this.tabs.counts(), ...figures];
    if (places.length === 0) return;
    const answers = await this.service.batch(places.map(([, filter]) => address(`${this.set.name}/$count`, { $filter: filter })));
    answers.forEach(({ status, body }, index) => {
      const [place] = places[index]!;
      if (place && status === 200) place.textContent = this.texts.number(Number(body));
    });
  }

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
