import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../main/core/contract/operations';
import { numberText } from '../../../app/formats';
import { listLabel } from '../../../app/lists';
import { type CountryMap, mapsOf, type Projection, projectionOf, stepOf } from './geography';
import classes from './Map.module.css';
import type { NumberPlace } from './number-places';
import { countOf, groundsOf, numbersOf, radiusOf } from './numbers';

interface RegionMapProps {
  readonly country: string | null;
  readonly answer: Output<'members.map'>;
  readonly label: string;
  /** Codes of the regions that were clicked: a shape can show two together. */
  onChoose?(regions: readonly string[]): void;
}

const longest = 900;

/** Regions coloured in four steps with their numbers, dots where sheets carry coordinates. */
export function RegionMap(props: RegionMapProps) {
  const { country, answer } = props;
  const shown = mapsOf(country);
  const projection = useMemo(() => projectionOf(mapsOf(country), longest), [country]);
  const grounds = useMemo(
    () => (country === null ? [] : mapsOf(country).map((map) => [map, groundsOf(map, projection)] as const)),
    [country, projection],
  );
  // Seven countries on one drawing have no room for numbers: the table beside has them.
  const numbers = useMemo(
    () => grounds.flatMap(([map, ground]) => numbersOf(ground, map, answer, projection)),
    [grounds, answer, projection],
  );
  const { width, height } = projection;
  const most = Math.max(...shown.flatMap((map) => map.shapes.map(({ codes }) => countOf(answer, codes))), 0);
  return (
    <svg
      className={classes.map}
      viewBox={`-6 -6 ${width + 12} ${height + 12}`}
      role="img"
      aria-label={props.label}
    >
      {shown.map((map) => (
        <CountryShapes key={map.country} map={map} projection={projection} most={most} {...props} />
      ))}
      {answer.dots.map((dot) => {
        const [x, y] = projection.point(dot.longitude, dot.latitude);
        return (
          <circle key={dot.id} className={classes.dot} cx={x} cy={y} r={country === null ? 3 : 5}>
            <title>{dot.name}</title>
          </circle>
        );
      })}
      {numbers.map((place) => (
        <PlacedNumber key={place.key} place={place} />
      ))}
    </svg>
  );
}

/** A number above all shapes; a line leads to its region when it stands beside it. */
function PlacedNumber(props: { readonly place: NumberPlace }) {
  const { at, text, leader } = props.place;
  return (
    <g className={classes.placed}>
      {leader !== null && (
        <>
          <line
            className={classes.leader}
            x1={leader[0][0]}
            y1={leader[0][1]}
            x2={leader[1][0]}
            y2={leader[1][1]}
          />
          <circle className={classes.leaderEnd} cx={leader[0][0]} cy={leader[0][1]} r={2.5} />
        </>
      )}
      <text x={at[0]} y={at[1]} className={classes.number}>
        {text}
      </text>
    </g>
  );
}

interface CountryShapesProps extends RegionMapProps {
  readonly map: CountryMap;
  readonly projection: Projection;
  /** The largest number of one shape on this drawing: the darkest step. */
  readonly most: number;
}

function CountryShapes(props: CountryShapesProps) {
  const { map, projection, answer } = props;
  const towns = map.places
    .map(({ code, place }) => ({ code, place, count: countOf(answer, [code]) }))
    .filter(({ count }) => count > 0)
    // Small circles over large ones, so that none is hidden.
    .sort((one, other) => other.count - one.count);
  return (
    <g>
      {map.outline.length > 0 && <path className={classes.outline} d={projection.path(map.outline)} />}
      {map.shapes.map((shape) => (
        <Shape key={shape.codes.join()} {...props} shape={shape} />
      ))}
      {towns.map((town) => (
        <Town key={town.code} {...props} {...town} />
      ))}
    </g>
  );
}

function Shape(props: CountryShapesProps & { readonly shape: CountryMap['shapes'][number] }) {
  const { t } = useTranslation('members');
  const { shape, projection } = props;
  const count = countOf(props.answer, shape.codes);
  const name = shape.codes.map((code) => listLabel('regions', code)).join(', ');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table beside the map does the same by keyboard
    <g
      className={classes.shape}
      data-step={stepOf(count, props.most)}
      onClick={() => props.onChoose?.(shape.codes)}
    >
      <path d={projection.path(shape.polygons)} fillRule="evenodd">
        <title>{t('map.regionCount', { name, count, number: numberText(count) })}</title>
      </path>
    </g>
  );
}

/** A region without shape: a circle at its chief town. */
function Town(
  props: CountryShapesProps & {
    readonly code: string;
    readonly place: readonly number[];
    readonly count: number;
  },
) {
  const { t } = useTranslation('members');
  const { code, count, projection, country } = props;
  const [longitude = 0, latitude = 0] = props.place;
  const [x, y] = projection.point(longitude, latitude);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table beside the map does the same by keyboard
    <g className={classes.town} onClick={() => props.onChoose?.([code])}>
      <circle cx={x} cy={y} r={country === null ? 5 + Math.sqrt(count) : radiusOf(count)}>
        <title>
          {t('map.regionCount', { name: listLabel('regions', code), count, number: numberText(count) })}
        </title>
      </circle>
    </g>
  );
}
