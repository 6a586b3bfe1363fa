// The world with a circle for every country, as large as its number: small countries are as visible as large ones.
import { registerMap, type EChartsCoreOption } from 'echarts/core';
import type { Inks } from './inks';
import { count } from './markup';
import type { Part } from './numbers';

interface World {
  readonly shapes: Parameters<typeof registerMap>[1];
  readonly places: Readonly<Record<string, [number, number]>>;
}

const name = 'world';
let reading: Promise<World> | undefined;

async function read(address: string): Promise<World> {
  const world = await (await fetch(address)).json() as World;
  registerMap(name, world.shapes);
  return world;
}

export async function mapOption(plot: HTMLElement, parts: readonly Part[], address: string, ink: Inks): Promise<EChartsCoreOption> {
  const world = await (reading ??= read(address));
  const placed = parts.filter(part => world.places[part.key]);
  const most = Math.max(...placed.map(part => part.rows), 1);
  // Their areas are as their numbers, and on a phone the circles are as much smaller as the map; what is small can still be pointed at.
  const size = (rows: number): number => Math.max(7, Math.min(34, 12 + plot.clientWidth / 40) * Math.sqrt(rows / most));
  return {
    geo: {
      map: name, silent: true, aspectScale: 1, left: 8, right: 8, top: 0, bottom: 0,
      itemStyle: { areaColor: ink.sunken, borderColor: ink.surface, borderWidth: 0.5 },
    },
    series: [{
      type: 'scatter', coordinateSystem: 'geo', cursor: 'pointer', itemStyle: { color: ink.accent, opacity: 0.82, borderColor: ink.surface, borderWidth: 1 },
      label: { show: true, color: ink.surface, fontSize: 11, formatter: (mark: { data: { part: Part } }) => mark.data.part.rows > 1 && size(mark.data.part.rows) > 18 ? count(mark.data.part.rows) : '' },
      // Large circles first, so that small ones lie on top and can be pointed at.
      data: [...placed].sort((one, other) => other.rows - one.rows).map(part => ({
        name: part.label, value: world.places[part.key]!, symbolSize: size(part.rows), address: part.address, part,
      })),
    }],
  };
}
