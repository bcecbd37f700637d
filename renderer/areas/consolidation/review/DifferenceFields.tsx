import { useTranslation } from 'react-i18next';
import type { DifferenceRow } from '../../../../main/core/contract/consolidation/operations';
import { Difference } from '../../../components/Difference';
import { fieldText } from '../../../components/fields/field-text';
import classes from './Difference.module.css';
import { comparedField } from './tables';

/** A changed record shows every change; a new one the first of its fields, the others on demand. */
const shownOfNew = 3;
/** From these lengths on a value gets lines of its own, and shows its beginning only. */
const longText = 90;
const veryLongText = 500;

interface DifferenceFieldsProps {
  readonly row: DifferenceRow;
  readonly folding: 'folded' | 'unfolded';
  onFold(): void;
}

/** The fields that differ, old → new. */
export function DifferenceFields(props: DifferenceFieldsProps) {
  const { t } = useTranslation('consolidation');
  const { row, folding } = props;
  const many = row.nature === 'new' && row.fields.length > shownOfNew + 1;
  const shown = many && folding === 'folded' ? row.fields.slice(0, shownOfNew) : row.fields;
  const cut = shown.some((field) =>
    [field.before, field.after].some((value) => lengthOf(value) > veryLongText),
  );
  if (row.fields.length === 0) return null;
  return (
    <>
      <dl className={classes.fields}>
        {shown.map(({ field, before, after }) => {
          const described = comparedField(row.table, field);
          const [old, now] = [fieldText(described, before), fieldText(described, after)];
          const long = Math.max(old?.length ?? 0, now?.length ?? 0) > longText;
          return (
            <div key={field} data-long={long ? 'yes' : 'no'}>
              <dt>{described.label}</dt>
              <dd data-folding={folding}>
                {row.nature === 'new' ? (
                  <span dir="auto">{now}</span>
                ) : (
                  <Difference before={old} after={now} />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {(many || cut) && (
        <button type="button" tabIndex={-1} className={classes.fold} onClick={props.onFold}>
          {folding === 'unfolded'
            ? t('review.fewerFields')
            : many
              ? t('review.moreFields', { count: row.fields.length - shownOfNew })
              : t('review.wholeText')}
        </button>
      )}
    </>
  );
}

function lengthOf(value: DifferenceRow['fields'][number]['before']): number {
  return typeof value === 'string' ? value.length : 0;
}
