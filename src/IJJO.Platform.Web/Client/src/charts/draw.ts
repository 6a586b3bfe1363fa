// Draws one chart with ECharts, in the colours of the page. This file and the library are fetched only where a chart is shown.
import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { GeoComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { Chart } from '../odata/metadata';
import { inks, onThemeChange, type Inks } from './inks';
import { mapOption } from './map';
import { average, count, fill, type Words } from './markup';
import { foldAfter, type Part } from './numbers';

use([BarChart, LineChart, PieChart, ScatterChart, GeoComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const barsShown = 10;
const slicesShown = 6;

/** Draws into the element and keeps the drawing in its size and the page's colours until the returned function is called. */
export function draw(plot: HTMLElement, chart: Chart, parts: readonly Part[], words: Words, world: string, list: string): () => void {
  if (chart.kind === 'bar') plot.style.blockSize = `${Math.min(parts.length, barsShown + 1) * 2 + 1.5}rem`;
  const drawing = init(plot, null, { renderer: 'canvas' });
  const paint = async (): Promise<void> => {
    const option = await optionOf(plot, chart, parts, words, world, list);
    if (drawing.isDisposed()) return;
    drawing.setOption({ ...option, animation: !matchMedia('(prefers-reduced-motion: reduce)').matches, animationDuration: 400 }, true);
  };
  // Every mark carries the address of its rows; the table has the same as links, for the keyboard.
  drawing.on('click', mark => {
    const address = (mark.data as { address?: string } | undefined)?.address;
    if (address) location.assign(address);
  });
  let width = plot.clientWidth;
  // In a fold that has been closed again there is no size to draw in.
  const resizing = new ResizeObserver(() => {
    if (plot.clientWidth === width || plot.clientWidth === 0 || plot.clientHeight === 0) return;
    width = plot.clientWidth;
    drawing.resize();
    void paint();
  });
  resizing.observe(plot);
  const still = onThemeChange(() => void paint());
  void paint();
  return () => {
    resizing.disconnect();
    still();
    drawing.dispose();
  };
}

async function optionOf(plot: HTMLElement, chart: Chart, parts: readonly Part[], words: Words, world: string, list: string): Promise<EChartsCoreOption> {
  const ink = inks(plot);
  const fold = (most: number) => foldAfter(chart, parts, most, rest => fill(words.others, count(rest)), list);
  const own = chart.kind === 'map' ? await mapOption(plot, parts, world, ink)
    : chart.kind === 'donut' ? donut(fold(slicesShown - 1), ink)
    : chart.kind === 'bar' ? bars(plot.clientWidth, chart, chart.isAverage ? parts.slice(0, barsShown) : fold(barsShown), ink)
    : overTime(chart, parts, ink);
  return { textStyle: { fontFamily: ink.font, color: ink.soft, fontSize: 13 }, tooltip: tooltip(chart, ink), ...own };
}

// In a canvas and without HTML: the site's policy allows no inline styles.
const tooltip = (chart: Chart, ink: Inks): object => ({
  renderMode: 'richText', confine: true, backgroundColor: ink.surface, borderColor: ink.line, textStyle: { color: ink.text, fontFamily: ink.font },
  formatter: (mark: { name: string; data: { part?: Part } }) => mark.data.part ? `${mark.data.part.label}\n${spoken(chart, mark.data.part)}` : mark.name,
});

const spoken = (chart: Chart, part: Part): string => (chart.isAverage ? `${average(part.average)} (${count(part.rows)})` : count(part.rows));

const valueOf = (chart: Chart, part: Part): number | undefined => (chart.isAverage ? part.average : part.rows);

const markOf = (chart: Chart, part: Part): object => ({ value: valueOf(chart, part) ?? '-', name: part.label, address: part.rows > 0 ? part.address : undefined, part });

function overTime(chart: Chart, parts: readonly Part[], ink: Inks): EChartsCoreOption {
  const series = chart.kind === 'weeks'
    ? { type: 'bar', barCategoryGap: '25%', itemStyle: { color: ink.accent, borderRadius: [2, 2, 0, 0] } }
    : { type: 'line', symbolSize: 7, showAllSymbol: true, lineStyle: { width: 2 }, itemStyle: { color: ink.accent }, areaStyle: chart.isAverage ? undefined : { opacity: 0.12 } };
  return {
    grid: { left: 4, right: 32, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'category', data: parts.map(part => part.label), axisTick: { show: false }, axisLine: { lineStyle: { color: ink.line } }, axisLabel: { color: ink.soft, hideOverlap: true } },
    yAxis: { type: 'value', minInterval: 1, splitNumber: 3, splitLine: { lineStyle: { color: ink.line } }, axisLabel: { color: ink.soft } },
    series: [{ ...series, cursor: 'pointer', data: parts.map(part => markOf(chart, part)) }],
  };
}

function bars(width: number, chart: Chart, parts: readonly Part[], ink: Inks): EChartsCoreOption {
  const label = { show: true, position: 'right', color: ink.text, formatter: (mark: { data: { part: Part } }) => spoken(chart, mark.data.part) };
  return {
    grid: { left: 4, right: 44, top: 0, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', show: false },
    yAxis: { type: 'category', inverse: true, data: parts.map(part => part.label), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: ink.text, width: Math.min(220, 0.42 * width), overflow: 'truncate' } },
    series: [{ type: 'bar', barMaxWidth: 18, barMinHeight: 2, cursor: 'pointer', label, itemStyle: { color: ink.accent, borderRadius: [0, 2, 2, 0] }, data: parts.map(part => markOf(chart, part)) }],
  };
}

function donut(parts: readonly Part[], ink: Inks): EChartsCoreOption {
  const byLabel = new Map(parts.map(part => [part.label, count(part.rows)]));
  return {
    color: [...ink.series],
    legend: {
      orient: 'vertical', left: '48%', top: 'middle', icon: 'circle', itemGap: 10, selectedMode: false,
      textStyle: { color: ink.text, width: 150, overflow: 'truncate' }, formatter: (label: string) => `${label}  ${byLabel.get(label) ?? ''}`,
    },
    series: [{
      type: 'pie', radius: ['52%', '82%'], center: ['23%', '50%'], cursor: 'pointer', label: { show: false }, itemStyle: { borderColor: ink.surface, borderWidth: 2 },
      data: parts.map(part => ({ value: part.rows, name: part.label, address: part.address, part })),
    }],
  };
}
