// A filter as OData. The server makes the same of the same address (Boards/BoardFilter.cs).
import type { EntitySet, Property } from '../odata/metadata';
import { literal, type Query } from '../odata/service';
import { countedOf, orderOf, type Filter, type ListState } from './state';

export type FilterKind = 'text' | 'value' | 'choice' | 'yes-no' | 'dates' | 'numbers' | 'none';

export function kindOf(property: Property): FilterKind {
  if (property.vocabulary !== undefined || property.isState || property.choices.length > 0) return 'choice';
  if (property.isCollection) return property.kind === 'text' ? 'value' : 'none';
  switch (property.kind) {
    case 'boolean': return 'yes-no';
    case 'date': case 'moment': return 'dates';
    case 'text': return 'text';
    case 'guid': return 'value';
    case 'number': return 'numbers';
    default: return 'none';
  }
}

/** The operators of a kind, the usual one first, which has no name in the address. */
export function operatorsOf(property: Property): string[] {
  const own = { 'text': ['contains', 'starts', 'eq', 'ne'], 'value': ['is', 'ne'], 'choice': ['any', 'ne'], 'yes-no': ['is'], 'dates': ['between', 'eq', 'lt', 'gt'], 'numbers': ['between', 'eq', 'ne', 'lt', 'gt'], 'none': [] }[kindOf(property)];
  return property.isNullable || property.isCollection ? [...own, 'empty', 'filled'] : own;
}

export function isUsual(op: string): boolean {
  return ['contains', 'is', 'any', 'between'].includes(op);
}

export function toOData(filter: Filter, property: Property): string | undefined {
  const { name } = property;
  const value = filter.values[0]?.trim();
  const op = filter.op !== undefined && operatorsOf(property).includes(filter.op) && !isUsual(filter.op) ? filter.op : undefined;
  if (op === 'empty') return `not (${filled(property)})`;
  if (op === 'filled') return filled(property);
  if (op === 'ne') return none(property, any(property, filter.values));
  switch (kindOf(property)) {
    case 'text': return op === 'eq' ? any(property, filter.values) : value && `${op === 'starts' ? 'startswith' : 'contains'}(tolower(${name}),tolower(${literal(value, 'text')}))`;
    case 'yes-no': return value === 'true' || value === 'false' ? `${name} eq ${value}` : undefined;
    case 'value': case 'choice': return any(property, filter.values);
    case 'dates': return op ? dates(property, op, value) : both(day(filter.from) && `${name} ge ${moment(property, filter.from!)}`, day(filter.to) && `${name} lt ${moment(property, next(filter.to!))}`);
    case 'numbers': return op === 'eq' ? any(property, filter.values) : op ? number(value) && `${name} ${op} ${number(value)}` : both(number(filter.from) && `${name} ge ${number(filter.from)}`, number(filter.to) && `${name} le ${number(filter.to)}`);
    default: return undefined;
  }
}

/** The list as OData query options. */
export function toQuery(state: ListState, set: EntitySet): Query {
  const view = set.views.find(one => one.id === state.view)?.filter;
  const only = state.only.map(name => countedOf(name, set)?.rows);
  const filters = [view, ...state.filters.map(filter => toOData(filter, set.properties.get(filter.property)!)), ...only].filter(filter => filter).map(filter => `(${filter})`);
  return {
    $filter: filters.join(' and ') || undefined,
    $search: state.search && set.canSearch ? quoted(state.search) : undefined,
    $orderby: orderOf(state, set).map(sort => sort.property + (sort.descending ? ' desc' : '')).join(',') || undefined,
  };
}

/** What somebody types is words, whatever signs are between them. */
function quoted(typed: string): string {
  const words = typed.split(' ').map(word => word.replace(/["\\]/g, '')).filter(word => word.length > 0);
  return words.length > 0 ? words.map(word => `"${word}"`).join(' ') : '" "';
}

function filled(property: Property): string {
  if (property.isCollection) return `${property.name}/any()`;
  return property.kind === 'text' && property.type === 'Edm.String' ? `(${property.name} ne null and ${property.name} ne '')` : `${property.name} ne null`;
}

/** That it is one of these; what does not parse is none. */
function any(property: Property, values: readonly string[]): string | undefined {
  const list = values.map(value => is(property, value)).filter(one => one !== undefined).join(' or ');
  return list && property.isCollection ? `${property.name}/any(one:${list})` : list || undefined;
}

function is(property: Property, value: string): string | undefined {
  const one = property.isCollection ? 'one' : property.name;
  switch (kindOf(property)) {
    case 'text': return `tolower(${one}) eq tolower(${literal(value, 'text')})`;
    case 'numbers': return number(value) && `${one} eq ${number(value)}`;
    default:
      if (property.kind !== 'guid') return `${one} eq ${literal(value, 'text')}`;
      return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value) ? `${one} eq ${value}` : undefined;
  }
}

function none(property: Property, any: string | undefined): string | undefined {
  return any && (property.isCollection ? `not (${any})` : `(${property.name} eq null or not (${any}))`);
}

const both = (...parts: (string | false | undefined)[]) => parts.filter(part => part).join(' and ') || undefined;

const day = (typed: string | undefined): boolean => /^\d{4}-\d{2}-\d{2}$/.test(typed ?? '') && !Number.isNaN(Date.parse(typed!));

const next = (typed: string): string => new Date(Date.parse(typed) + 86_400_000).toISOString().slice(0, 10);

const moment = (property: Property, date: string): string => (property.kind === 'date' ? date : `${date}T00:00:00Z`);

const number = (typed: string | undefined): string | undefined => (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(typed ?? '') ? String(Number(typed)) : undefined);

function dates(property: Property, op: string, typed: string | undefined): string | undefined {
  if (!typed || !day(typed)) return undefined;
  const { name } = property;
  switch (op) {
    case 'lt': return `${name} lt ${moment(property, typed)}`;
    case 'gt': return `${name} ge ${moment(property, next(typed))}`;
    default: return `${name} ge ${moment(property, typed)} and ${name} lt ${moment(property, next(typed))}`;
  }
}
