// Turns the answers of the questions of charts into parts with labels and addresses. Weeks begin on Monday; every date is one of UTC.
import { operatorsOf } from '../list/filters';
import type { Chart, Property, Trend } from '../odata/metadata';
import type { Row } from '../odata/service';

export interface Part {
  readonly key: string;
  readonly label: string;
  readonly rows: number;
  readonly average: number | undefined;
  readonly address: string;
}

export interface TrendNumbers {
  readonly rows: number;
  readonly before: number;
  readonly beforeAddress: string;
  /** Seven days each, the last seven at the end. */
  readonly weeks: readonly number[];
  readonly address: string;
}

export type Labels = ReadonlyMap<string, string>;

const weeksShown = 26;
const monthsShown = 24;
const trendWeeks = 12;
/** As many as a filter takes. */
const mostValues = 100;
const dayLength = 86_400_000;
const language = document.documentElement.lang || 'en';

const utc = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month, day));
const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
const plus = (date: Date, days: number): Date => new Date(date.getTime() + days * dayLength);
const rowsOf = (row: Row): number => Number(row.InRows);
const averageOf = (row: Row): number | undefined => (row.InAverage === undefined || row.InAverage === null ? undefined : Number(row.InAverage));
const dayOf = (row: Row): Date => utc(Number(row.InYear), Number(row.InMonth) - 1, Number(row.InDay ?? 1));
const weekName = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
const monthName = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });

function today(): Date {
  const now = new Date();
  return utc(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
}

/** The list with the rows that are counted under a name, narrowed by filters; null takes one away. */
export function opening(list: string, counted: { name: string; filter: string | undefined; isAverage?: boolean }, filters: Readonly<Record<string, string | readonly string[] | null>> = {}): string {
  const address = new URL(list, location.href);
  const only = address.searchParams.get('only')?.split(',') ?? [];
  if ((counted.filter !== undefined || counted.isAverage) && !only.includes(counted.name)) address.searchParams.set('only', [...only, counted.name].join(','));
  for (const [name, value] of Object.entries(filters)) {
    address.searchParams.delete(name);
    for (const one of [value ?? []].flat()) address.searchParams.append(name, one);
  }
  return address.pathname + address.search;
}

export function partsOf(chart: Chart, by: Property | undefined, rows: readonly Row[], labels: Labels, none: string, list: string): Part[] {
  if (chart.kind === 'weeks') {
    const now = today();
    const first = plus(now, -((now.getUTCDay() + 6) % 7) - 7 * (weeksShown - 1));
    return periods(chart, rows, list, first, from => plus(from, 7), weekName);
  }
  if (chart.kind === 'line') {
    const now = today();
    const first = utc(now.getUTCFullYear(), now.getUTCMonth() + 1 - monthsShown, 1);
    return periods(chart, rows, list, first, from => utc(from.getUTCFullYear(), from.getUTCMonth() + 1, 1), monthName);
  }
  return rows.map(row => group(chart, by, row, labels, none, list))
    .sort((one, other) => (other.average ?? other.rows) - (one.average ?? one.rows) || (one.key < other.key ? -1 : 1));
}

/** Where the usual filter asks for what contains the value, the part asks for what is the value. */
function group(chart: Chart, by: Property | undefined, row: Row, labels: Labels, none: string, list: string): Part {
  const value = row[chart.by];
  const isNone = value === null || value === undefined || value === '';
  const key = isNone ? '' : String(value);
  const filters = isNone ? { [`f.${chart.by}`]: null, [`f.${chart.by}.op`]: 'empty' } : { [`f.${chart.by}`]: key, [`f.${chart.by}.op`]: by && operatorsOf(by).includes('eq') ? 'eq' : null };
  return { key, label: isNone ? none : labels.get(key) ?? key, rows: rowsOf(row), average: averageOf(row), address: opening(list, chart, filters) };
}

/** The many small parts as one: the rows with one of their values or, where some have none, with no value of the parts before. */
export function foldAfter(chart: Chart, parts: readonly Part[], most: number, label: (count: number) => string, list: string): readonly Part[] {
  if (parts.length <= most + 1) return parts;
  const shown = parts.filter(part => part.key !== '').slice(0, most);
  const rest = parts.filter(part => !shown.includes(part));
  const [values, op] = [`f.${chart.by}`, `f.${chart.by}.op`];
  const own = new URL(list, location.href).searchParams;
  const narrowed = rest.every(part => part.key !== '') && rest.length <= mostValues
    ? { [values]: rest.map(part => part.key), [op]: new URL(shown[0]!.address, location.href).searchParams.get(op) }
    : { [values]: [...(own.get(op) === 'ne' ? own.getAll(values) : []), ...shown.map(part => part.key)], [op]: 'ne' };
  return [...shown, { key: '', label: label(rest.length), rows: rest.reduce((sum, part) => sum + part.rows, 0), average: undefined, address: opening(list, chart, narrowed) }];
}

/** Every week or month up to now, those without rows too. */
function periods(chart: Chart, rows: readonly Row[], list: string, first: Date, next: (from: Date) => Date, name: Intl.DateTimeFormat): Part[] {
  const parts: Part[] = [];
  for (let from = first; from <= today(); from = next(from)) {
    const inside = rows.filter(row => dayOf(row) >= from && dayOf(row) < next(from));
    const count = inside.reduce((sum, row) => sum + rowsOf(row), 0);
    const average = chart.isAverage && count > 0 ? inside.reduce((sum, row) => sum + averageOf(row)! * rowsOf(row), 0) / count : undefined;
    const range = { [`f.${chart.by}.from`]: isoDay(from), [`f.${chart.by}.to`]: isoDay(plus(next(from), -1)) };
    parts.push({ key: isoDay(from), label: name.format(from), rows: count, average, address: opening(list, chart, range) });
  }
  return parts;
}

export function trendOf(trend: Trend, rows: readonly Row[], list: string): TrendNumbers {
  const now = today();
  const weeks = Array.from({ length: trendWeeks }, (_, index) => {
    const last = plus(now, -7 * (trendWeeks - 1 - index));
    return rows.filter(row => dayOf(row) > plus(last, -7) && dayOf(row) <= last).reduce((sum, row) => sum + rowsOf(row), 0);
  });
  const weekTo = (last: Date): string => opening(list, trend, { [`f.${trend.at}.from`]: isoDay(plus(last, -6)), [`f.${trend.at}.to`]: isoDay(last) });
  return { rows: weeks.at(-1)!, before: weeks.at(-2)!, weeks, address: weekTo(now), beforeAddress: weekTo(plus(now, -7)) };
}
