import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../../../main/core/contract/consolidation/operations';
import { quarterText } from '../../../app/formats';
import { behindText, countryName, countryNames, groupsBehind } from '../countries';
import classes from './Figures.module.css';

/** Width of a chip with its gap, rem, and how many stand side by side. */
const chipWidth = 1.6875;
const mostInALine = 10;

interface CountryChipsProps {
  readonly figure: Pick<Figure, 'countriesIn' | 'countriesBehind'>;
  /** Countries whose report is awaited: each keeps its place in every line. */
  readonly expected: readonly string[];
  readonly upTo: string;
}

/** Which countries a figure counts: full when it reaches the quarter, dashed when it stops before. */
export function CountryChips(props: CountryChipsProps) {
  const { t } = useTranslation('consolidation');
  const { countriesIn, countriesBehind } = props.figure;
  const behind = new Set(countriesBehind.map((country) => country.code));
  const codes = [...props.expected, ...countriesIn.filter((code) => !props.expected.includes(code))];
  const placeOf = (code: string) =>
    behind.has(code) ? 'behind' : countriesIn.includes(code) ? 'in' : 'silent';
  const silent = codes.filter((code) => placeOf(code) === 'silent');
  return (
    <span
      className={classes.chips}
      style={{ width: `${chipWidth * Math.min(codes.length, mostInALine)}rem` }}
    >
      {codes.map((code) => (
        <span
          key={code}
          className={classes.chip}
          data-place={placeOf(code)}
          title={countryName(code)}
          aria-hidden="true"
        >
          {code}
        </span>
      ))}
      <VisuallyHidden>
        {countriesIn.length > 0 &&
          t('figure.countedSpoken', {
            quarter: quarterText(props.upTo),
            countries: countryNames(countriesIn),
          })}{' '}
        {groupsBehind(countriesBehind).map((group) => `${behindText(group)}. `)}
        {silent.length > 0 && t('figure.silentSpoken', { countries: countryNames(silent) })}
      </VisuallyHidden>
    </span>
  );
}
