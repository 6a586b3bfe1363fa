// The table: Tabulator draws the rows in view; what they are and in which order is said by the list.
import { Tabulator, FormatModule, MoveColumnsModule, ResizeColumnsModule, type ColumnComponent, type RowComponent } from 'tabulator-tables';
import type { EntitySet } from '../odata/metadata';
import type { Row } from '../odata/service';
import type { Cells } from './cells';
import { Columns, type Look } from './columns';
import { element } from './dom';
import type { GridEvents } from './grid-events';
import type { Column } from './state';
import type { Texts } from './texts';

Tabulator.registerModule([FormatModule, MoveColumnsModule, ResizeColumnsModule]);

export class Grid {
  readonly place = element('div', { class: 'list-grid', hidden: true });
  private readonly columns: Columns;
  private rows: Row[] = [];
  private table: Tabulator | undefined;
  // A table that is still being built cannot be taken away: what is shown comes one after the other.
  private turn = Promise.resolve();

  constructor(private readonly set: EntitySet, cells: Cells, texts: Texts, private readonly events: GridEvents) {
    this.columns = new Columns(set, cells, texts, (property, more) => events.sorted(property, more), key => events.isTicked(key));
    this.columns.all.addEventListener('change', () => events.tickedAll(this.columns.all.checked));
    this.place.addEventListener('click', event => this.onClick(event));
    this.place.addEventListener('dblclick', event => this.onEdit(event));
  }

  get loaded(): readonly Row[] { return this.rows; }

  /** The key of the row that the focus is in. */
  get current(): string | undefined { return document.activeElement?.closest<HTMLElement>('.tabulator-row')?.dataset.key; }

  /** Shows rows from the beginning, in these columns. */
  show(rows: readonly Row[], look: Look): Promise<void> {
    const shown = (this.rows = [...rows]).slice();
    return (this.turn = this.turn.then(() => this.build(shown, look)));
  }

  clear(): Promise<void> {
    this.rows = [];
    return (this.turn = this.turn.then(() => this.unbuild()));
  }

  add(rows: Row[]): Promise<void> {
    this.rows.push(...rows);
    return (this.turn = this.turn.then(async () => {
      await this.table?.addData(rows);
      this.watch();
    }));
  }

  async update(row: Row): Promise<void> {
    this.rows = this.rows.map(one => (one.$key === row.$key ? row : one));
    await this.table?.updateData([row]);
    this.table?.getRow(row.$key as string).reformat();
  }

  /** Puts the cursor on the row that is some rows further; the link in it gets the focus. Keys come faster than rows are drawn, and are followed one after the other. */
  go(by: number): Promise<void> {
    return (this.turn = this.turn.then(async () => {
      const rows = this.table?.getRows() ?? [];
      const at = rows.findIndex(row => row.getIndex() === this.current);
      const row = rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)];
      if (!row) return;
      if (!row.getElement().isConnected) await this.table?.scrollToRow(row, 'center', false);
      row.getElement().querySelector<HTMLElement>('a[data-title]')?.focus();
    }));
  }

  /** The table has been made anew; who sorted by keyboard goes on where they were. */
  focusHeader(property: string): void {
    this.place.querySelector<HTMLElement>(`.tabulator-col[tabulator-field="${property}"] button`)?.focus();
  }

  /** Shows which rows are ticked. */
  tick(allTicked: boolean): void {
    for (const row of this.place.querySelectorAll<HTMLElement>('.tabulator-row')) this.mark(row);
    this.columns.all.checked = allTicked;
  }

  private async build(rows: Row[], look: Look): Promise<void> {
    this.unbuild();
    const box = element('div');
    this.place.replaceChildren(box);
    const table = new Tabulator(box, {
      data: rows,
      index: '$key',
      layout: look.isNarrow ? 'fitColumns' : 'fitDataStretch',
      maxHeight: 'max(20rem, calc(100svb - 4.5rem))',
      headerVisible: !look.isNarrow,
      movableColumns: !look.isNarrow,
      columns: this.columns.of(look),
      rowFormatter: row => this.dress(row),
    });
    this.table = table;
    await new Promise<void>(resolve => table.on('tableBuilt', () => resolve()));
    this.columns.describe(box, look);
    table.on('columnMoved', () => this.events.arranged(this.arrangement()));
    table.on('columnResized', (column: ColumnComponent) => this.events.arranged(this.arrangement(column.getField())));
    box.querySelector('.tabulator-tableholder')?.addEventListener('scroll', () => this.watch());
    this.watch();
  }

  private unbuild(): void {
    this.table?.destroy();
    this.table = undefined;
    this.place.replaceChildren();
  }

  private watch(): void {
    const holder = this.place.querySelector<HTMLElement>('.tabulator-tableholder');
    if (holder && holder.scrollHeight - holder.scrollTop - holder.clientHeight < 800) this.events.nearEnd();
    for (const row of this.place.querySelectorAll<HTMLElement>('.tabulator-row')) this.mark(row);
  }

  private dress(row: RowComponent): void {
    row.getElement().dataset.key = String(row.getIndex());
    this.mark(row.getElement());
  }

  private mark(row: HTMLElement): void {
    const ticked = this.events.isTicked(row.dataset.key ?? '');
    row.classList.toggle('ticked', ticked);
    row.setAttribute('aria-selected', String(ticked));
    const box = row.querySelector<HTMLInputElement>('input[type=checkbox]');
    if (box) box.checked = ticked;
  }

  private arrangement(resized?: string): Column[] {
    return (this.table?.getColumns() ?? []).map(column => column.getDefinition()).filter(column => this.set.properties.has(column.field ?? ''))
      .map(column => ({ property: column.field!, width: column.field === resized ? this.table!.getColumn(column.field!).getWidth() : column.width as number | undefined }));
  }

  private onClick(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('.tabulator-row');
    if (!row) return;
    if (target instanceof HTMLInputElement) this.events.ticked(row.dataset.key!, target.checked);
    else if (target.closest('[data-edit]')) this.onEdit(event);
  }

  private onEdit(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('.editable');
    const name = cell?.querySelector<HTMLElement>('[data-edit]')?.dataset.edit;
    const row = target.closest<HTMLElement>('.tabulator-row');
    if (cell && name && row) this.events.edit(this.set.properties.get(name)!, this.table!.getRow(row.dataset.key!).getData() as Row, cell);
  }
}
