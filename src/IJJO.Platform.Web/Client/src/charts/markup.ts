// The parts of the page around the drawings: numbers that open their rows, and the table behind every chart.
import type { Chart } from '../odata/metadata';
import { ODataError } from '../odata/service';
import type { Part, TrendNumbers } from './numbers';

export type Words = Readonly<Record<string, string>>;

const whole = new Intl.NumberFormat(document.documentElement.lang || 'en');
const oneDigit = new Intl.NumberFormat(document.documentElement.lang || 'en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const count = (value: number): string => whole.format(value);
export const average = (value: number | undefined): string => (value === undefined ? '' : oneDigit.format(value));
export const fill = (text: string | undefined, ...values: string[]): string => values.reduce((filled, value, index) => filled.replace(`{${index}}`, value), text ?? '');

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function link(address: string, text: string): HTMLAnchorElement {
  const anchor = make('a', '', text);
  anchor.href = address;
  return anchor;
}

export const showFigure = (place: Element, rows: number, address: string): void => place.replaceChildren(link(address, count(rows)));

export function showTrend(place: Element, trend: TrendNumbers, words: Words): void {
  const before = link(trend.beforeAddress, fill(words.trend, count(trend.before)));
  before.className = 'trend';
  place.replaceChildren(link(trend.address, count(trend.rows)), ' ', before, sparkline(trend.weeks));
}

/** Twelve weeks at a glance; what it says is in the words beside it. */
function sparkline(weeks: readonly number[]): SVGSVGElement {
  const [width, height] = [96, 24];
  const most = Math.max(...weeks, 1);
  const points = weeks.map((value, index) => [(index * width) / (weeks.length - 1), height - 2 - (value / most) * (height - 4)] as const);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `-3 0 ${width + 6} ${height}`);
  svg.setAttribute('class', 'sparkline');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(svg.namespaceURI!, 'polyline');
  line.setAttribute('points', points.map(point => point.map(value => value.toFixed(1)).join(',')).join(' '));
  const end = document.createElementNS(svg.namespaceURI!, 'circle');
  const [x, y] = points.at(-1)!;
  end.setAttribute('cx', String(x));
  end.setAttribute('cy', String(y));
  end.setAttribute('r', '2.5');
  svg.append(line, end);
  return svg;
}

/** Replaces what the figure shows by a place for the drawing, a text for those who do not see it, and its table. */
export function showChart(figure: HTMLElement, chart: Chart, parts: readonly Part[], heading: string, words: Words): HTMLElement | undefined {
  const caption = figure.querySelector('figcaption')!;
  if (parts.every(part => part.rows === 0)) {
    figure.replaceChildren(caption, make('p', 'muted', words.empty ?? ''));
    return undefined;
  }
  const plot = make('div', 'plot');
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', fill(words.picture, chart.label, highest(chart, parts)));
  const details = make('details', 'chart-table', make('summary', '', words.table ?? ''), table(chart, parts, heading, words));
  figure.replaceChildren(caption, plot, details);
  return plot;
}

function highest(chart: Chart, parts: readonly Part[]): string {
  const value = (part: Part): number => (chart.isAverage ? part.average ?? 0 : part.rows);
  return [...parts].sort((one, other) => value(other) - value(one)).slice(0, 3).map(part => `${part.label} (${chart.isAverage ? average(part.average) : count(part.rows)})`).join(', ');
}

function table(chart: Chart, parts: readonly Part[], heading: string, words: Words): HTMLElement {
  const head = make('tr', '', column(heading), column(words.rows ?? '', 'number'));
  if (chart.isAverage) head.append(column(words.average ?? '', 'number'));
  const body = make('tbody', '', ...parts.map(part => {
    const name = make('th', '', part.rows > 0 ? link(part.address, part.label) : part.label);
    name.scope = 'row';
    const row = make('tr', '', name, make('td', 'number', count(part.rows)));
    if (chart.isAverage) row.append(make('td', 'number', average(part.average)));
    return row;
  }));
  const scroll = make('div', 'table-scroll', make('table', '', make('caption', 'visually-hidden', chart.label), make('thead', '', head), body));
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', chart.label);
  return scroll;
}

function column(text: string, className = ''): HTMLTableCellElement {
  const cell = make('th', className, text);
  cell.scope = 'col';
  return cell;
}

/** In the place of numbers that could not be read; what can be done about it is said once, above all of them. */
export function showMissing(place: HTMLElement, words: Words): void {
  const caption = place.querySelector('figcaption');
  if (caption) place.replaceChildren(caption, make('p', 'muted', words.failed ?? ''));
  else place.querySelector('dd')!.replaceChildren('–');
}

export function showFailure(element: HTMLElement, problem: unknown, words: Words, again: () => void): void {
  hideFailure(element);
  const reason = !(problem instanceof ODataError) ? '' : problem.isOffline ? words.offline : problem.isSignedOut ? words['signed-out'] : problem.message;
  const button = make('button', 'small', words.again ?? '');
  button.type = 'button';
  button.addEventListener('click', again);
  const notice = make('div', 'notice bad', make('p', '', `${words.failed ?? ''} ${reason ?? ''}`.trim()), button);
  notice.setAttribute('role', 'alert');
  element.prepend(notice);
  element.dataset.failed = '';
}

/** What waits is shown as waiting again. */
export function hideFailure(element: HTMLElement): void {
  delete element.dataset.failed;
  element.querySelector(':scope > .notice')?.remove();
}
