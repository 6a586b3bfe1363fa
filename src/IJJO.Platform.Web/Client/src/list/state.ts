// What a list shows, as it stands in its address. The server reads the same parameters (Boards/BoardQuery.cs).
import type { Counted, EntitySet, Sort } from '../odata/metadata';

export interface Filter {
  readonly property: string;
  readonly op: string | undefined;
  readonly values: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export interface Column {
  readonly property: string;
  readonly width: number | undefined;
}

export interface ListState {
  readonly view: string | undefined;
  readonly search: string;
  readonly sort: readonly Sort[];
  readonly filters: readonly Filter[];
  /** The charts, figures and trends whose rows are shown, since somebody came from their numbers. */
  readonly only: readonly string[];
  /** Empty for the columns of the board. */
  readonly columns: readonly Column[];
}

export function parse(address: string, set: EntitySet): ListState {
  const query = new URLSearchParams(address);
  const words = (name: string) => (query.get(name) ?? '').split(',').map(word => word.trim()).filter(word => word.length > 0);
  const known = <T extends { property: string }>(one: T) => set.properties.has(one.property);
  return {
    view: set.views.find(view => view.id === query.get('view') && view.id !== 'all')?.id,
    search: (query.get('q') ?? '').trim(),
    sort: words('sort').map(word => ({ property: word.replace(/^-/, ''), descending: word.startsWith('-') })).filter(known).filter(sort => !set.properties.get(sort.property)!.isCollection),
    filters: [...set.properties.keys()].map(property => readFilter(query, property)).filter(filter => filter !== undefined),
    only: words('only').filter(name => countedOf(name, set) !== undefined),
    columns: words('cols').map(word => word.split(':')).map(([property = '', width]) => ({ property, width: Number(width) || undefined })).filter(known),
  };
}

function readFilter(query: URLSearchParams, property: string): Filter | undefined {
  const one = (part: string) => query.get(`f.${property}${part}`)?.trim() || undefined;
  const filter = { property, op: one('.op'), values: query.getAll(`f.${property}`).map(value => value.trim()).filter(value => value !== ''), from: one('.from'), to: one('.to') };
  return filter.op ?? filter.from ?? filter.to ?? filter.values[0] ? filter : undefined;
}

/** The parameters in one order, so that the same list has one address. */
export function format(state: ListState): URLSearchParams {
  const query = new URLSearchParams();
  const add = (name: string, value: string | undefined) => value && query.append(name, value);
  add('view', state.view);
  add('q', state.search);
  for (const filter of state.filters) {
    add(`f.${filter.property}.op`, filter.op);
    for (const value of filter.values) add(`f.${filter.property}`, value);
    add(`f.${filter.property}.from`, filter.from);
    add(`f.${filter.property}.to`, filter.to);
  }
  add('only', state.only.join(','));
  add('sort', state.sort.map(sort => (sort.descending ? '-' : '') + sort.property).join(','));
  add('cols', state.columns.map(column => column.property + (column.width ? `:${Math.round(column.width)}` : '')).join(','));
  return query;
}

/** Whether the list shows less than all there is. */
export function isNarrowed(state: ListState): boolean {
  return state.filters.length > 0 || state.only.length > 0 || state.search !== '' || state.view !== undefined;
}

export function countedOf(name: string, set: EntitySet): Counted | undefined {
  return [...set.charts, ...set.figures, ...set.trends].find(one => one.name === name);
}

export function columnsOf(state: ListState, set: EntitySet): readonly Column[] {
  if (state.columns.length > 0) return state.columns;
  const names = set.columns.length > 0 ? set.columns : [...set.properties.keys()].slice(0, 6);
  return names.map(property => ({ property, width: undefined }));
}

/** The order that is in force: the reader's, else that of the view, else that of the board. */
export function orderOf(state: ListState, set: EntitySet): readonly Sort[] {
  if (state.sort.length > 0) return state.sort;
  const view = set.views.find(one => one.id === state.view);
  return view && view.order.length > 0 ? view.order : set.order;
}

/** The order after a column has been chosen: by it alone, or by it too. Chosen again it turns round. */
export function resorted(state: ListState, set: EntitySet, property: string, more: boolean): readonly Sort[] {
  const order = orderOf(state, set);
  const before = order.find(sort => sort.property === property);
  const made = { property, descending: before ? !before.descending : false };
  if (!more) return [made];
  return before ? order.map(one => (one === before ? made : one)) : [...order, made];
}
