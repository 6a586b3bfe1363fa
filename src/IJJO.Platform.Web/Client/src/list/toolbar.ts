import type { EntitySet, Property } from '../odata/metadata';
import type { Cells } from './cells';
import { ColumnsForm } from './columns-form';
import { button, element, field, whenCalm } from './dom';
import { FilterForm } from './filter-form';
import { isUsual, kindOf, operatorsOf } from './filters';
import type { Labels } from './labels';
import { Popover } from './popover';
import { columnsOf, countedOf, isNarrowed, orderOf, type Filter, type ListState } from './state';
import type { Texts } from './texts';

/** Above the table: search, the filters as chips, one more filter, the columns, and on a narrow screen the order. */
export class Toolbar {
  readonly root = element('div', { class: 'list-bar', role: 'search' });
  private readonly search = element('input', { type: 'search', autocomplete: 'off', enterkeyhint: 'search' });
  private readonly chips = element('div', { class: 'list-chips' });
  private readonly order = element('select', { class: 'list-order' });

  constructor(
    private readonly set: EntitySet, private readonly cells: Cells, private readonly labels: Labels, private readonly texts: Texts,
    private readonly state: () => ListState, private readonly change: (part: Partial<ListState>, isStep: boolean) => void, more: Node[],
  ) {
    this.root.setAttribute('aria-label', set.label);
    this.search.setAttribute('aria-label', texts.get('search'));
    this.search.placeholder = texts.get('search');
    this.search.addEventListener('input', whenCalm(() => change({ search: this.search.value.trim() }, false)));
    this.order.addEventListener('change', () => change({ sort: [{ property: this.order.value.replace(/^-/, ''), descending: this.order.value.startsWith('-') }] }, true));
    const columns = button(texts.get('columns'), { class: 'small', 'aria-haspopup': 'dialog', 'data-columns': true }, () => this.chooseColumns(columns));
    this.root.append(...(set.canSearch ? [this.search] : []), this.chips, element('span', { class: 'list-tools' }, this.orderField(), columns, ...more));
  }

  focus(): void {
    this.search.focus();
    this.search.select();
  }

  async draw(): Promise<void> {
    const state = this.state();
    if (document.activeElement !== this.search) this.search.value = state.search;
    const [order] = orderOf(state, this.set);
    this.order.value = order ? (order.descending ? '-' : '') + order.property : '';
    // A chip says what values are called.
    await this.labels.load(state.filters.map(filter => this.set.properties.get(filter.property)!));
    this.chips.replaceChildren(...state.only.map(name => this.only(name)), ...state.filters.map(filter => this.chip(filter)), this.adder(),
      ...(isNarrowed({ ...state, view: undefined }) ? [button(this.texts.get('clear'), { class: 'plain' }, () => this.change({ filters: [], search: '', only: [] }, true))] : []));
  }

  private orderField(): HTMLElement {
    for (const { property } of columnsOf(this.state(), this.set)) {
      const { isCollection, label, name } = this.set.properties.get(property)!;
      if (isCollection) continue;
      this.order.add(new Option(`${label} ↑`, name));
      this.order.add(new Option(`${label} ↓`, `-${name}`));
    }
    return element('span', { class: 'list-order-field' }, field(this.texts.get('order'), this.order));
  }

  private chip(filter: Filter): HTMLElement {
    const property = this.set.properties.get(filter.property)!;
    const said = this.say(filter, property);
    const open = button(said, { class: 'chip', 'aria-haspopup': 'dialog', 'data-filter': property.name }, () => void this.edit(open, property, filter));
    return element('span', { class: 'list-chip' }, open, this.away(said, () => this.replace(property.name, undefined)));
  }

  private only(name: string): HTMLElement {
    const said = countedOf(name, this.set)!.label;
    const remove = () => this.change({ only: this.state().only.filter(other => other !== name) }, true);
    return element('span', { class: 'list-chip' }, element('span', { class: 'chip' }, said), this.away(said, remove));
  }

  private away(said: string, remove: () => void): HTMLElement {
    return button('×', { class: 'chip-away', 'aria-label': this.texts.get('remove-filter', said) }, remove);
  }

  /** "State: Lent, On the shelf"; "Title begins with Book". */
  private say(filter: Filter, property: Property): string {
    const values = filter.values.map(value => this.cells.text(property, value)).join(', ');
    const ends = [filter.from, filter.to].map(value => (value ? this.cells.text(property, value) : '…')).join(' – ');
    const op = filter.op && operatorsOf(property).includes(filter.op) && !isUsual(filter.op) ? filter.op : undefined;
    if (op === 'empty' || op === 'filled') return `${property.label} ${this.texts.get(`op.${op}`)}`;
    if (op) return `${property.label} ${this.texts.get(`op.${op}`)} ${values}`;
    return this.texts.get('named', property.label, filter.values.length > 0 ? values : ends);
  }

  /** First what the board offers as filters, then every other property that can be filtered. */
  private adder(): HTMLElement {
    const filterable = [...this.set.properties.values()].filter(property => kindOf(property) !== 'none');
    const offered = this.set.filters.map(name => this.set.properties.get(name)!).filter(property => filterable.includes(property));
    const group = (properties: Property[]) => element('ul', {}, ...properties.map(property => element('li', {}, button(property.label, { class: 'plain' }, () => {
      popover.close();
      void this.edit(opener, property, this.state().filters.find(filter => filter.property === property.name));
    }))));
    const opener = button(`+ ${this.texts.get('add-filter')}`, { class: 'small', 'aria-haspopup': 'dialog', 'data-add-filter': true }, () => {
      popover = new Popover(opener, element('div', { class: 'list-menu' }, group(offered), group(filterable.filter(property => !offered.includes(property)))), this.texts.get('add-filter')).open();
    });
    let popover: Popover;
    return opener;
  }

  private async edit(opener: HTMLElement, property: Property, filter: Filter | undefined): Promise<void> {
    const choices = await this.labels.choices(property, this.set);
    const form = new FilterForm(property, filter, choices, this.texts, made => {
      popover.close();
      if (made !== filter) this.replace(property.name, made);
    });
    const popover = new Popover(opener, form.root, property.label).open();
  }

  private replace(property: string, made: Filter | undefined): void {
    const filters = this.state().filters;
    const at = filters.findIndex(filter => filter.property === property);
    const changed = at < 0 ? [...filters, made] : filters.map((filter, index) => (index === at ? made : filter));
    this.change({ filters: changed.filter(filter => filter !== undefined) }, true);
    this.root.querySelector<HTMLElement>('[data-add-filter]')?.focus();
  }

  private chooseColumns(opener: HTMLElement): void {
    const form = new ColumnsForm(this.set, columnsOf(this.state(), this.set), this.texts, columns => this.change({ columns }, false), () => {
      this.change({ columns: [] }, false);
      popover.close();
    });
    const popover = new Popover(opener, form.root, this.texts.get('columns')).open();
  }
}
