// The table: Tabulator draws the rows in view; what they are and in which order is said by the list.
import { Tabulator, FormatModule, MoveColumnsModule, ResizeColumnsModule, type ColumnDefinition, type ColumnComponent, type RowComponent } from 'tabulator-tables';
import type { EntitySet, Property, Sort } from '../odata/metadata';
import type { Row } from '../odata/service';
import type { Cells } from './cells';
import { element } from './dom';
import type { Column } from './state';
import type { Texts } from './texts';

Tabulator.registerModule([FormatModule, MoveColumnsModule, ResizeColumnsModule]);

export interface GridEvents {
  sorted(property: string, more: boolean): void;
  arranged(columns: Column[]): void;
  nearEnd(): void;
  ticked(key: string, ticked: boolean): void;
  tickedAll(ticked: boolean): void;
  edit(property: Property, row: Row, cell: HTMLElement): void;
  isTicked(key: string): boolean;
}

export interface Look {
  readonly columns: readonly Column[];
  readonly order: readonly Sort[];
  readonly canTick: boolean;
  readonly isNarrow: boolean;
}

export class Grid {
  readonly place = element('div', { class: 'list-grid' });
  private readonly all = element('input', { type: 'checkbox' });
  private table: Tabulator | undefined;
  private ready = Promise.resolve();

  constructor(private readonly set: EntitySet, private readonly cells: Cells, private readonly texts: Texts, private readonly events: GridEvents) {
    this.all.setAttribute('aria-label', texts.get('select-all'));
    this.all.addEventListener('change', () => events.tickedAll(this.all.checked));
    this.place.addEventListener('click', event => this.onClick(event));
    this.place.addEventListener('dblclick', event => this.onEdit(event));
  }

  /** Shows rows from the beginning, in these columns. */
  async show(rows: Row[], look: Look): Promise<void> {
    await this.ready;
    this.table?.destroy();
    const box = element('div');
    this.place.replaceChildren(box);
    const table = new Tabulator(box, {
      data: rows,
      index: '$key',
      layout: look.isNarrow ? 'fitColumns' : 'fitDataStretch',
      maxHeight: 'max(20rem, calc(100svb - 4.5rem))',
      headerVisible: !look.isNarrow,
      movableColumns: !look.isNarrow,
      columns: look.isNarrow ? this.card(look) : this.columns(look),
      rowFormatter: row => this.dress(row),
    });
    this.table = table;
    this.ready = new Promise(resolve => table.on('tableBuilt', () => resolve()));
    await this.ready;
    this.describe(box, look);
    table.on('columnMoved', () => this.events.arranged(this.arrangement()));
    table.on('columnResized', (column: ColumnComponent) => this.events.arranged(this.arrangement(column.getField())));
    box.querySelector('.tabulator-tableholder')?.addEventListener('scroll', () => this.watch());
    this.watch();
  }

  async add(rows: Row[]): Promise<void> {
    await this.table?.addData(rows);
    this.watch();
  }

  async update(row: Row): Promise<void> {
    await this.table?.updateData([row]);
    this.table?.getRow(row.$key as string).reformat();
  }

  get loaded(): Row[] {
    return (this.table?.getData() ?? []) as Row[];
  }

  /** Puts the cursor on the row that is some rows further; the link in it gets the focus. */
  async go(from: string | undefined, by: number): Promise<void> {
    const rows = this.table?.getRows() ?? [];
    const at = rows.findIndex(row => row.getIndex() === from);
    const row = rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (!row) return;
    if (!row.getElement().isConnected || !this.isInView(row)) await this.table?.scrollToRow(row, 'center', false);
    row.getElement().querySelector<HTMLElement>('a[data-title]')?.focus();
  }

  current(): HTMLElement | undefined {
    return document.activeElement?.closest<HTMLElement>('.tabulator-row') ?? undefined;
  }

  /** The table has been made anew; who sorted by keyboard goes on where they were. */
  focusHeader(property: string): void {
    this.place.querySelector<HTMLElement>(`.tabulator-col[tabulator-field="${property}"] button`)?.focus();
  }

  /** Shows which rows are ticked. */
  tick(allTicked: boolean): void {
    for (const row of this.place.querySelectorAll<HTMLElement>('.tabulator-row')) this.mark(row);
    this.all.checked = allTicked;
  }

  sync(count: number | undefined): void {
    this.place.querySelector('[role=grid]')?.setAttribute('aria-rowcount', String(count ?? -1));
  }

  private isInView(row: RowComponent): boolean {
    const holder = this.place.querySelector('.tabulator-tableholder')!.getBoundingClientRect();
    const box = row.getElement().getBoundingClientRect();
    return box.top >= holder.top && box.bottom <= holder.bottom && box.bottom <= innerHeight;
  }

  private watch(): void {
    const holder = this.place.querySelector<HTMLElement>('.tabulator-tableholder');
    if (holder && holder.scrollHeight - holder.scrollTop - holder.clientHeight < 800) this.events.nearEnd();
    for (const row of this.place.querySelectorAll<HTMLElement>('.tabulator-row')) this.mark(row);
  }

  private columns(look: Look): ColumnDefinition[] {
    const shown = look.columns.map((column, index) => this.column(this.set.properties.get(column.property)!, column.width, index === 0, look));
    return look.canTick ? [this.tickColumn(), ...shown] : shown;
  }

  private column(property: Property, width: number | undefined, isFirst: boolean, look: Look): ColumnDefinition {
    return {
      field: property.name,
      title: property.label,
     
      ...(width ? { width } : {}),
      minWidth: 72,
      // The package of types does not know it.
      ...({ maxInitialWidth: isFirst ? 420 : 300 } as object),
      ...(property.kind === 'number' && !property.isCollection && property.choices.length === 0 && !property.vocabulary ? { cssClass: 'number' } : {}),
      titleFormatter: () => this.header(property, look.order),
      formatter: cell => (isFirst ? this.title(property, cell.getData() as Row) : this.value(property, cell.getData() as Row)),
    };
  }

  /** A button, so that sorting needs no mouse; lists have no order. */
  private header(property: Property, order: readonly Sort[]): HTMLElement {
    if (property.isCollection) return element('span', {}, property.label);
    const at = order.findIndex(sort => sort.property === property.name);
    const made = element('button', { type: 'button', class: 'plain sort', title: property.label }, element('span', {}, property.label));
    if (at >= 0) made.append(element('span', { class: order[at]!.descending ? 'down' : 'up', 'aria-hidden': 'true' }, order.length > 1 ? String(at + 1) : ''));
    made.addEventListener('click', event => this.events.sorted(property.name, event.shiftKey));
    return made;
  }

  private title(property: Property, row: Row): HTMLElement {
    return element('a', { href: this.cells.link(row), 'data-title': true }, this.cells.text(property, row[property.name]) || this.cells.name(row));
  }

  private value(property: Property, row: Row): HTMLElement {
    const shown = element('span', { class: 'value' }, this.cells.render(property, row));
    if (!this.set.canUpdate || !this.set.updatable.has(property.name)) return shown;
    const pencil = element('button', { type: 'button', class: 'plain edit', 'aria-label': this.texts.get('edit', property.label, this.cells.name(row)) });
    pencil.dataset.edit = property.name;
    return element('span', { class: 'editable' }, shown, pencil);
  }

  private tickColumn(): ColumnDefinition {
    return {
      field: '$tick', title: this.texts.get('select'), resizable: false, width: 44, minWidth: 44, cssClass: 'tick',
      titleFormatter: () => this.all,
      formatter: cell => this.box(cell.getData() as Row),
    };
  }

  private box(row: Row): HTMLElement {
    const box = element('input', { type: 'checkbox', tabindex: '-1', 'aria-label': this.texts.get('select-row', this.cells.name(row)) });
    box.checked = this.events.isTicked(row.$key as string);
    return box;
  }

  /** On a narrow screen a row is a card: its name, then what it holds as a list. */
  private card(look: Look): ColumnDefinition[] {
    const [first, ...rest] = look.columns.map(column => this.set.properties.get(column.property)!);
    const card = (row: Row) => element('div', { class: 'list-card' },
      element('p', {}, ...(look.canTick ? [this.box(row)] : []), this.title(first!, row)),
      element('dl', {}, ...rest.map(property => element('div', {}, element('dt', {}, property.label), element('dd', {}, this.value(property, row))))));
    return [{ field: '$card', title: this.set.one, resizable: false, variableHeight: true, formatter: cell => card(cell.getData() as Row) }];
  }

  private dress(row: RowComponent): void {
    const made = row.getElement();
    made.dataset.key = String(row.getIndex());
    this.mark(made);
  }

  private mark(row: HTMLElement): void {
    const ticked = this.events.isTicked(row.dataset.key ?? '');
    row.classList.toggle('ticked', ticked);
    row.setAttribute('aria-selected', String(ticked));
    const box = row.querySelector<HTMLInputElement>('input[type=checkbox]');
    if (box) box.checked = ticked;
  }

  /** Tabulator names the parts of a grid; the name of it all and the order of a column are ours to say. */
  private describe(box: HTMLElement, look: Look): void {
    box.setAttribute('aria-label', this.set.label);
    if (look.canTick) box.setAttribute('aria-multiselectable', 'true');
    for (const header of box.querySelectorAll<HTMLElement>('.tabulator-col')) {
      const sort = look.order.find(one => one.property === header.getAttribute('tabulator-field'));
      if (sort) header.setAttribute('aria-sort', sort.descending ? 'descending' : 'ascending');
      else header.removeAttribute('aria-sort');
      header.removeAttribute('title');
    }
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
