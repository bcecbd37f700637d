import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../main/core/contract/operations';
import { numberText } from '../../../app/formats';
import { listLabel } from '../../../app/lists';
import { type CountryMap, mapsOf, middleOf, type Projection, projectionOf, stepOf } from './geography';
import classes from './Map.module.css';

interface RegionMapProps {
  readonly country: string | null;
  readonly answer: Output<'members.map'>;
  readonly label: string;
  readonly chosen: string | null;
  onChoose?(region: string): void;
}

const longest = 900;

/** Regions coloured in four steps with their number in them, dots where sheets carry coordinates. */
export function RegionMap(props: RegionMapProps) {
  const shown = mapsOf(props.country);
  const projection = projectionOf(shown, longest);
  const { width, height } = projection;
  const most = Math.max(
    ...shown.flatMap((map) => map.shapes.map((shape) => countOf(props.answer, shape.codes))),
    0,
  );
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
      {props.answer.dots.map((dot) => {
        const [x, y] = projection.point(dot.longitude, dot.latitude);
        return (
          <circle key={dot.id} className={classes.dot} cx={x} cy={y} r={props.country === null ? 3 : 5}>
            <title>{dot.name}</title>
          </circle>
        );
      })}
    </svg>
  );
}

/** Organisations in the regions that a shape shows together. */
function countOf(answer: RegionMapProps['answer'], codes: readonly string[]): number {
  return answer.regions
    .filter(({ region }) => region !== null && codes.includes(region))
    .reduce((sum, { count }) => sum + count, 0);
}

interface CountryShapesProps extends RegionMapProps {
  readonly map: CountryMap;
  readonly projection: Projection;
  /** The largest number of one shape on this drawing: the darkest step. */
  readonly most: number;
}

function CountryShapes(props: CountryShapesProps) {
  const { map, projection, answer } = props;
  return (
    <g>
      {map.outline.length > 0 && <path className={classes.outline} d={projection.path(map.outline)} />}
      {map.shapes.map((shape) => (
        <Shape key={shape.codes.join()} {...props} shape={shape} count={countOf(answer, shape.codes)} />
      ))}
      {map.places.map(({ code, place }) => (
        <Town key={code} {...props} code={code} place={place} count={countOf(answer, [code])} />
      ))}
    </g>
  );
}

function Shape(
  props: RegionMapProps & {
    readonly projection: Projection;
    readonly shape: CountryMap['shapes'][number];
    readonly count: number;
    readonly most: number;
  },
) {
  const { t } = useTranslation('members');
  const { shape, projection, count } = props;
  const [x, y] = projection.point(...middleOf(shape.polygons));
  const name = shape.codes.map((code) => listLabel('regions', code)).join(', ');
  const first = shape.codes[0] ?? '';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table beside the map does the same by keyboard
    <g
      className={classes.shape}
      data-step={stepOf(count, props.most)}
      data-chosen={props.chosen !== null && shape.codes.includes(props.chosen) ? 'yes' : 'no'}
      onClick={() => props.onChoose?.(first)}
    >
      <path d={projection.path(shape.polygons)} fillRule="evenodd">
        <title>{t('map.regionCount', { name, count, number: numberText(count) })}</title>
      </path>
      {count > 0 && props.country !== null && (
        <text x={x} y={y} className={classes.number}>
          {numberText(count)}
        </text>
      )}
    </g>
  );
}

/** The number of a region without shape, in a circle at its chief town. */
function Town(
  props: RegionMapProps & {
    readonly projection: Projection;
    readonly code: string;
    readonly place: readonly number[];
    readonly count: number;
  },
) {
  const { t } = useTranslation('members');
  const { code, count, projection, country } = props;
  const [longitude = 0, latitude = 0] = props.place;
  const [x, y] = projection.point(longitude, latitude);
  if (count === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table beside the map does the same by keyboard
    <g className={classes.town} onClick={() => props.onChoose?.(code)}>
      <circle cx={x} cy={y} r={(country === null ? 5 : 13) + Math.sqrt(count) * (country === null ? 1 : 4)}>
        <title>
          {t('map.regionCount', { name: listLabel('regions', code), count, number: numberText(count) })}
        </title>
      </circle>
      {country !== null && (
        <text x={x} y={y} className={classes.number}>
          {numberText(count)}
        </text>
      )}
    </g>
  );
}
