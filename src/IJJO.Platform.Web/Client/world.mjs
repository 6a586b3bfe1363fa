// Makes the world map of the charts: outlines from Natural Earth (world-atlas), keyed as the platform's countries are (ISO 3166-1 alpha-2), in the
// Natural Earth projection, and for every country the point where its number is drawn, so that the small ones that have no outline have a place too.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoCentroid, geoNaturalEarth1, geoStream } from 'd3-geo';
import { feature } from 'topojson-client';

const resolve = createRequire(import.meta.url).resolve;
const read = path => JSON.parse(readFileSync(path, 'utf8'));
const countries = scale => {
  const atlas = read(resolve(`world-atlas/countries-${scale}.json`));
  return feature(atlas, atlas.objects.countries).features;
};

const degree = Math.PI / 180;
const projection = geoNaturalEarth1().scale(1 / degree).translate([0, 0]).precision(0.5);
const upwards = ([x, y]) => [x, -y].map(value => Math.round(value * 100) / 100);

/** The rings of a shape on the map, cut where the map ends: on the globe, Russia and Fiji go on beyond. */
function project(shape) {
  const rings = [];
  const sink = {
    point: (x, y) => rings.at(-1).push(upwards([x, y])),
    lineStart: () => rings.push([]),
    lineEnd: () => {},
    polygonStart: () => {},
    polygonEnd: () => {},
  };
  geoStream(shape, projection.stream(sink));
  return { type: 'MultiPolygon', coordinates: rings.map(ring => [ring]) };
}

const polygons = shape => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates);

/** The middle of the largest part: of the whole, that of France would be in the Atlantic. */
function middle(shape) {
  const largest = polygons(shape).map(coordinates => ({ type: 'Polygon', coordinates })).sort((one, other) => geoArea(other) - geoArea(one))[0];
  return upwards(projection(geoCentroid(largest)));
}

export function world(countryTerms) {
  const codes = new Map(read(countryTerms).terms.filter(term => term.attributes.numeric).map(term => [term.attributes.numeric, term.id]));
  const known = country => codes.get(country.id) !== undefined;
  const shapes = countries('110m').filter(country => country.id !== '010').map(country => ({
    type: 'Feature',
    properties: { name: codes.get(country.id) ?? '' },
    geometry: project(country.geometry),
  }));
  const places = Object.fromEntries(countries('50m').filter(known).map(country => [codes.get(country.id), middle(country.geometry)]));
  return { shapes: { type: 'FeatureCollection', features: shapes }, places };
}
