import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../main/core/contract/spreadsheets/operations';
import { wordCode } from '../../app/errors';
import classes from './Import.module.css';

/** No row of headings was recognised (X08): the person says which one it is. */
export function NoHeadings(props: {
  readonly view: ImportView;
  onArrange(wanted: { headings: { from: number; to: number } }): void;
}) {
  const { t } = useTranslation('spreadsheets');
  const [row, setRow] = useState<number | string>(1);
  const at = Number(row);
  return (
    <div className={classes.noHeadings}>
      <p>{wordCode('X08').sentence}</p>
      <div className={classes.doneActions}>
        <NumberInput
          label={t('found.headingRow')}
          value={row}
          min={1}
          max={props.view.sheets[props.view.sheet]?.rows ?? 1}
          allowDecimal={false}
          onChange={setRow}
        />
        <Button disabled={!(at >= 1)} onClick={() => props.onArrange({ headings: { from: at, to: at } })}>
          {t('found.useRow')}
        </Button>
      </div>
    </div>
  );
}
