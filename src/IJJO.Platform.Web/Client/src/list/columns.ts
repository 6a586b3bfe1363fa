import type { ColumnDefinition } from 'tabulator-tables';
import type { EntitySet, Property, Sort } from '../odata/metadata';
import type { Row } from '../odata/service';
import type { Cells } from './cells';
import { element } from './dom';
import type { Column } from './state';
import type { Texts } from './texts';

export interface Look {
  readonly columns: readonly Column[];
  readonly order: readonly Sort[];
  readonly canTick: boolean;
  readonly isNarrow: boolean;
  readonly count: number | undefined;
}

/** What Tabulator is told of the columns: headers that sort by keyboard too, the link of a row, values with a pencil where they can be changed. */
export class Columns {
  readonly all = element('input', { type: 'checkbox' });

  constructor(private readonly set: EntitySet, private readonly cells: Cells, private readonly texts: Texts, private readonly sorted: (property: string, more: boolean) => void, private readonly isTicked: (key: string) => boolean) {
    this.all.setAttribute('aria-label', texts.get('select-all'));
  }

  of(look: Look): ColumnDefinition[] {
    if (look.isNarrow) return [this.card(look)];
    const shown = look.columns.map((column, index) => this.column(this.set.properties.get(column.property)!, column.width, index === 0, look));
    return look.canTick ? [this.tick(), ...shown] : shown;
  }

  /** Tabulator names the parts of a grid; the name of it all, its size and the order of a column are ours to say. */
  describe(box: HTMLElement, look: Look): void {
    box.setAttribute('aria-label', this.set.label);
    box.setAttribute('aria-rowcount', String(look.count ?? -1));
    if (look.canTick) box.setAttribute('aria-multiselectable', 'true');
    // Every row has a link, so that there is something to reach by keyboard in what is scrolled.
    box.querySelector('.tabulator-tableholder')?.removeAttribute('tabindex');
    for (const header of box.querySelectorAll<HTMLElement>('.tabulator-col')) {
      const sort = look.order.find(one => one.property === header.getAttribute('tabulator-field'));
      if (sort) header.setAttribute('aria-sort', sort.descending ? 'descending' : 'ascending');
      else header.removeAttribute('aria-sort');
      header.removeAttribute('title');
    }
  }

  private column(property: Property, width: number | undefined, isFirst: boolean, look: Look): ColumnDefinition {
    const isNumber = property.kind === 'number' && !property.isCollection && property.choices.length === 0 && property.vocabulary === undefined;
    return {
      field: property.name,
      title: property.label,
      ...(width ? { width } : {}),
      minWidth: 72,
      // The package of types does not know it.
      ...({ maxInitialWidth: isFirst ? 420 : 300 } as object),
      ...(isNumber ? { cssClass: 'number' } : {}),
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
    made.addEventListener('click', event => this.sorted(property.name, event.shiftKey));
    return made;
  }

  private title(property: Property, row: Row): HTMLElement {
    const link = element('a', { href: this.cells.link(row), 'data-title': true }, this.cells.text(property, row[property.name]) || this.cells.name(row));
    return this.editable(property, row, link);
  }

  private value(property: Property, row: Row): HTMLElement {
    return this.editable(property, row, element('span', { class: 'value' }, this.cells.render(property, row)));
  }

  private editable(property: Property, row: Row, shown: HTMLElement): HTMLElement {
    if (!this.set.canUpdate || !this.set.updatable.has(property.name)) return shown;
    const pencil = element('button', { type: 'button', class: 'plain edit', 'aria-label': this.texts.get('edit', property.label, this.cells.name(row)), 'data-edit': property.name });
    return element('span', { class: 'editable' }, shown, pencil);
  }

  private tick(): ColumnDefinition {
    return {
      field: '$tick', title: this.texts.get('select'), resizable: false, width: 44, minWidth: 44, cssClass: 'tick',
      titleFormatter: () => this.all,
      formatter: cell => this.box(cell.getData() as Row),
    };
  }

  private box(row: Row): HTMLElement {
    const box = element('input', { type: 'checkbox', 'aria-label': this.texts.get('select-row', this.cells.name(row)) });
    box.checked = this.isTicked(row.$key as string);
    return box;
  }

  /** On a narrow screen a row is a card: its name, then what it holds as a list. */
  private card(look: Look): ColumnDefinition {
    const [first, ...rest] = look.columns.map(column => this.set.properties.get(column.property)!);
    const card = (row: Row) => element('div', { class: 'list-card' },
      element('p', {}, ...(look.canTick ? [this.box(row)] : []), this.title(first!, row)),
      element('dl', {}, ...rest.map(property => element('div', {}, element('dt', {}, property.label), element('dd', {}, this.value(property, row))))));
    return { field: '$card', title: this.set.one, resizable: false, variableHeight: true, formatter: cell => card(cell.getData() as Row) };
  }
}
