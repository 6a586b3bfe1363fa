import type { EntitySet, Property } from '../odata/metadata';
import { ODataError, type Row, type Service } from '../odata/service';
import type { Address } from './address';
import { Around } from './around';
import { Cells } from './cells';
import { CellEditor } from './edit';
import { toQuery } from './filters';
import { Grid } from './grid';
import type { GridEvents } from './grid-events';
import { Keys } from './keys';
import { Labels } from './labels';
import { Pages } from './pages';
import { Selection } from './selection';
import { columnsOf, isNarrowed, orderOf, resorted, type Column, type ListState } from './state';
import { Status } from './status';
import type { Texts } from './texts';
import { Toolbar } from './toolbar';

/** The list at work: its state is the address, its rows are the service's. */
export class Board implements GridEvents {
  private readonly labels: Labels;
  private readonly cells: Cells;
  private readonly grid: Grid;
  private readonly pages: Pages;
  private readonly toolbar: Toolbar;
  private readonly status: Status;
  private readonly selection: Selection;
  private readonly around: Around;
  private readonly editor: CellEditor;
  private readonly narrow = matchMedia('(max-width: 40rem)');

  constructor(private readonly host: HTMLElement, private readonly service: Service, private readonly set: EntitySet, private readonly texts: Texts, private readonly address: Address, signal: AbortSignal) {
    this.labels = new Labels(service);
    this.cells = new Cells(set, this.labels, texts);
    this.grid = new Grid(set, this.cells, texts, this);
    this.pages = new Pages(service);
    const plain = host.querySelector<HTMLElement>('[data-plain]')!;
    this.status = new Status(texts, plain, this.grid.place, () => this.change({ filters: [], search: '', only: [] }, true));
    this.selection = new Selection(set.actions.filter(action => action.isBulk && action.isAvailable && action.page !== undefined), texts, said => this.selected(said));
    this.around = new Around(host, service, set, address, texts, part => this.change(part, true), said => this.status.say(said), signal);
    this.editor = new CellEditor(service, set, this.cells, this.labels, texts, row => void this.edited(row));
    const keys = new Keys(texts, { j: () => void this.grid.go(1), k: () => void this.grid.go(-1), x: () => this.tickCurrent(), '/': () => this.toolbar.focus() }, signal);
    this.toolbar = new Toolbar(set, this.cells, this.labels, texts, () => address.state, (part, isStep) => this.change(part, isStep), [...host.querySelectorAll('.view-links > *'), keys.helpButton]);
    plain.before(this.toolbar.root, this.status.banner, this.status.said, this.grid.place, this.status.place, this.selection.bar, this.status.count);
    this.narrow.addEventListener('change', () => void (this.grid.loaded.length > 0 && this.show(this.grid.loaded)), { signal });
    addEventListener('popstate', () => this.moved(), { signal });
    addEventListener('offline', () => this.failed(new ODataError(0, 'offline', ''), () => void this.read()), { signal });
    addEventListener('online', () => void this.online(), { signal });
  }

  /** Reads the list from its beginning. What is shown stays until there is something else to show. */
  async read(): Promise<void> {
    this.status.reading();
    void this.toolbar.draw();
    this.around.draw();
    const columns = this.columns.map(column => column.property);
    // A row that can be edited is wanted whole: what it held is compared after a clash.
    const select = this.set.canUpdate ? undefined : this.cells.needed(columns).join(',');
    try {
      const [rows] = await Promise.all([
        this.pages.first(this.service.address(this.set.name, { ...toQuery(this.address.state, this.set), $select: select, $count: 'true' })),
        this.labels.load(columns.map(column => this.set.properties.get(column)!)),
      ]);
      if (!rows) return;
      await this.show(rows);
      this.status.read();
    } catch (problem) {
      this.failed(problem, () => void this.read());
    }
  }

  async nearEnd(): Promise<void> {
    try {
      const rows = await this.pages.more();
      if (!rows) return;
      this.status.rows();
      await this.grid.add(rows.map(row => this.keyed(row)));
    } catch (problem) {
      this.failed(problem, () => void this.nearEnd());
    }
  }

  sorted(property: string, more: boolean): void {
    const sort = resorted(this.address.state, this.set, property, more);
    this.address.set({ sort }, true);
    void this.read().then(() => {
      this.grid.focusHeader(property);
      this.status.say(this.texts.get('sorted', sort.map(one => this.set.properties.get(one.property)!.label).join(', ')));
    });
  }

  arranged(columns: Column[]): void { this.address.set({ columns }, false); }
  ticked(key: string, ticked: boolean): void { this.selection.tick([key], ticked); }
  tickedAll(ticked: boolean): void { this.selection.tick(this.loadedKeys, ticked); }
  isTicked(key: string): boolean { return this.selection.has(key); }
  edit(property: Property, row: Row, cell: HTMLElement): void { void this.editor.open(property, row, cell); }

  private get columns(): readonly Column[] { return columnsOf(this.address.state, this.set); }
  private get loadedKeys(): string[] { return this.grid.loaded.map(row => row.$key as string); }
  private keyed(row: Row): Row { return { ...row, $key: this.cells.key(row) }; }

  private change(part: Partial<ListState>, isStep: boolean): void {
    this.address.set(part, isStep);
    void this.read();
  }

  private moved(): void {
    this.address.take();
    void this.read();
  }

  private async show(rows: readonly Row[]): Promise<void> {
    const { count } = this.pages;
    this.status.counted(count);
    if (rows.length === 0) {
      await this.grid.clear();
      this.status.nothing(isNarrowed(this.address.state));
    } else {
      this.status.rows();
      await this.grid.show(rows.map(row => this.keyed(row)), { columns: this.columns, order: orderOf(this.address.state, this.set), canTick: this.selection.isPossible, isNarrow: this.narrow.matches, count });
    }
    this.selection.draw(count, this.address.query);
    this.host.dataset.ready = 'true';
  }

  private failed(problem: unknown, again: () => void): void { this.status.failed(problem, this.grid.loaded.length > 0, again); }

  private async online(): Promise<void> {
    await this.read();
    this.status.say(this.texts.get('online'));
    await this.around.recount();
  }

  private selected(said: string): void {
    this.grid.tick(this.selection.hasAll(this.loadedKeys));
    this.selection.draw(this.pages.count, this.address.query);
    this.status.say(said);
  }

  private async edited(row: Row): Promise<void> {
    await this.grid.update(this.keyed(row));
    this.status.say(this.texts.get('saved'));
    await this.around.recount();
  }

  private tickCurrent(): void {
    const key = this.grid.current;
    if (key !== undefined && this.selection.isPossible) this.selection.tick([key], !this.selection.has(key));
  }
}
