import type { EntitySet, Property } from '../odata/metadata';
import { ODataError, type Row, type Service } from '../odata/service';
import { Address } from './address';
import { Cells } from './cells';
import { download } from './download';
import { CellEditor } from './edit';
import { toQuery } from './filters';
import { Grid, type GridEvents } from './grid';
import { Keys } from './keys';
import { Labels } from './labels';
import { Selection } from './selection';
import { columnsOf, orderOf, type Column, type ListState } from './state';
import { Status } from './status';
import { Tabs } from './tabs';
import type { Texts } from './texts';
import { Toolbar } from './toolbar';

// The first rows soon, then in large steps.
const firstRows = 50;
const moreRows = 200;

/** The list at work: its state is the address, its rows are the service's. */
export class Board implements GridEvents {
  private readonly labels: Labels;
  private readonly cells: Cells;
  private readonly grid: Grid;
  private readonly toolbar: Toolbar;
  private readonly status: Status;
  private readonly selection: Selection;
  private readonly tabs: Tabs;
  private readonly editor: CellEditor;
  private readonly narrow = matchMedia('(max-width: 40rem)');
  private reading = new AbortController();
  private next: string | undefined;
  private count: number | undefined;
  private isAsking = false;

  constructor(private readonly host: HTMLElement, private readonly service: Service, private readonly set: EntitySet, private readonly texts: Texts, private readonly address: Address, signal: AbortSignal) {
    this.labels = new Labels(service);
    this.cells = new Cells(set, this.labels, texts);
    this.grid = new Grid(set, this.cells, texts, this);
    this.status = new Status(texts, () => void this.read(), () => this.change({ filters: [], search: '' }, true));
    this.selection = new Selection(set.actions.filter(action => action.isBulk && action.isAvailable && action.page !== undefined), texts, said => this.selected(said));
    this.tabs = new Tabs(host, service, set, view => this.change({ view }, true));
    this.editor = new CellEditor(service, set, this.cells, this.labels, texts, row => void this.edited(row));
    const keys = new Keys(texts, { j: () => void this.go(1), k: () => void this.go(-1), x: () => this.tickCurrent(), '/': () => this.toolbar.focus() }, signal);
    this.toolbar = new Toolbar(set, this.cells, this.labels, texts, () => this.state, (part, isStep) => this.change(part, isStep), [...host.querySelectorAll('.view-links > *'), keys.helpButton]);
    host.querySelector('[data-plain]')!.before(this.toolbar.root, this.status.banner, this.status.said, this.grid.place, this.status.place, this.selection.bar, this.status.count);
    this.narrow.addEventListener('change', () => void this.read(), { signal });
    addEventListener('popstate', () => this.moved(), { signal });
    addEventListener('offline', () => this.status.failed(new ODataError(0, 'offline', ''), true), { signal });
    addEventListener('online', () => void this.online(), { signal });
    host.addEventListener('click', event => this.onClick(event), { signal });
  }

  private get state(): ListState { return this.address.state; }

  /** Reads the list from its beginning. What is shown stays until there is something else to show. */
  async read(): Promise<void> {
    this.reading.abort();
    const { signal } = (this.reading = new AbortController());
    this.grid.place.setAttribute('aria-busy', 'true');
    this.addressed();
    const columns = columnsOf(this.state, this.set);
    // A row that can be edited is wanted whole: what it held is compared after a clash.
    const select = this.set.canUpdate ? undefined : this.cells.needed(columns.map(column => column.property)).join(',');
    try {
      const [page] = await Promise.all([
        this.service.page(this.service.address(this.set.name, { ...toQuery(this.state, this.set), $select: select, $count: 'true' }), firstRows, signal),
        this.labels.load(columns.map(column => this.set.properties.get(column.property)!)),
      ]);
      if (signal.aborted) return;
      this.next = page.next;
      this.count = page.count;
      await this.shown(page.rows);
    } catch (problem) {
      if (!signal.aborted) this.failed(problem);
    } finally {
      if (!signal.aborted) this.grid.place.removeAttribute('aria-busy');
    }
  }

  async nearEnd(): Promise<void> {
    if (this.next === undefined || this.isAsking) return;
    this.isAsking = true;
    const { signal } = this.reading;
    try {
      const page = await this.service.page(this.next, moreRows, signal);
      if (signal.aborted) return;
      this.next = page.next;
      this.isAsking = false;
      await this.grid.add(this.keyed(page.rows));
    } catch (problem) {
      if (!signal.aborted) this.failed(problem);
    } finally {
      this.isAsking = false;
    }
  }

  sorted(property: string, more: boolean): void {
    const order = orderOf(this.state, this.set);
    const before = order.find(sort => sort.property === property);
    const made = { property, descending: before ? !before.descending : false };
    const sort = !more ? [made] : before ? order.map(one => (one === before ? made : one)) : [...order, made];
    this.change({ sort }, true, property);
    this.status.say(this.texts.get('sorted', sort.map(one => this.set.properties.get(one.property)!.label).join(', ')));
  }

  arranged(columns: Column[]): void { this.address.set({ columns }, false); }

  ticked(key: string, ticked: boolean): void { this.selection.tick([key], ticked); }

  tickedAll(ticked: boolean): void { this.selection.tick(this.loadedKeys, ticked); }

  isTicked(key: string): boolean { return this.selection.has(key); }

  edit(property: Property, row: Row, cell: HTMLElement): void { void this.editor.open(property, row, cell); }

  private change(part: Partial<ListState>, isStep: boolean, sorted?: string): void {
    this.address.set(part, isStep);
    void this.read().then(() => sorted && this.grid.focusHeader(sorted));
  }

  private moved(): void {
    this.address.take();
    void this.read();
  }

  private async shown(rows: Row[]): Promise<void> {
    this.host.querySelector<HTMLElement>('[data-plain]')!.hidden = true;
    this.status.counted(this.count);
    this.grid.place.hidden = rows.length === 0;
    if (rows.length === 0) this.status.nothing(this.state.filters.length > 0 || this.state.search !== '' || this.state.view !== undefined);
    else {
      this.status.rows();
      this.status.say(this.texts.rows(this.count ?? rows.length));
      await this.grid.show(this.keyed(rows), { columns: columnsOf(this.state, this.set), order: orderOf(this.state, this.set), canTick: this.selection.isPossible, isNarrow: this.narrow.matches });
      this.grid.sync(this.count);
    }
    this.selection.draw(this.count, this.address.query);
    this.host.dataset.ready = 'true';
  }

  /** What lies around the table says the same address. */
  private addressed(): void {
    void this.toolbar.draw();
    this.tabs.mark(this.state.view);
    for (const link of this.host.querySelectorAll<HTMLAnchorElement>('a[data-file]')) link.search = this.address.query.toString();
  }

  private failed(problem: unknown): void {
    if (!(problem instanceof ODataError)) throw problem;
    const hasRows = !this.grid.place.hidden && this.grid.loaded.length > 0;
    if (!problem.isOffline || hasRows) this.host.querySelector<HTMLElement>('[data-plain]')!.hidden = true;
    this.grid.place.hidden = this.grid.loaded.length === 0 || problem.isSignedOut;
    this.status.failed(problem, hasRows);
  }

  private async online(): Promise<void> {
    this.status.say(this.texts.get('online'));
    await this.read();
    void this.tabs.recount();
  }

  private selected(said: string): void {
    this.grid.tick(this.selection.hasAll(this.loadedKeys));
    this.selection.draw(this.count, this.address.query);
    this.status.say(said);
  }

  private async edited(row: Row): Promise<void> {
    await this.grid.update({ ...row, $key: this.cells.key(row) });
    this.status.say(this.texts.get('saved'));
    void this.tabs.recount();
  }

  private async go(by: number): Promise<void> { await this.grid.go(this.grid.current()?.dataset.key, by); }

  private tickCurrent(): void {
    const key = this.grid.current()?.dataset.key;
    if (key !== undefined && this.selection.isPossible) this.selection.tick([key], !this.selection.has(key));
  }

  private onClick(event: MouseEvent): void {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-file^="export."]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    link.closest('details')?.removeAttribute('open');
    void download(link, this.host.querySelector('.page-title')!, this.texts).then(said => this.status.say(said));
  }

  private get loadedKeys(): string[] { return this.grid.loaded.map(row => row.$key as string); }

  private keyed(rows: Row[]): Row[] { return rows.map(row => ({ ...row, $key: this.cells.key(row) })); }
}
