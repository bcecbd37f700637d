import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../main/core/contract/spreadsheets/operations';
import classes from './Import.module.css';

/** Which row holds the headings, when it was not found or is another one. */
export function HeadingRow(props: {
  readonly view: ImportView;
  onArrange(wanted: { headings: { from: number; to: number } }): void;
}) {
  const { t } = useTranslation('spreadsheets');
  const { view } = props;
  const [row, setRow] = useState<number | string>(view.headings?.to ?? 1);
  const at = Number(row);
  return (
    <div className={classes.doneActions}>
      <NumberInput
        label={t('found.headingRow')}
        value={row}
        min={1}
        max={view.sheets[view.sheet]?.rows ?? 1}
        allowDecimal={false}
        onChange={setRow}
      />
      <Button disabled={!(at >= 1)} onClick={() => props.onArrange({ headings: { from: at, to: at } })}>
        {t('found.useRow')}
      </Button>
    </div>
  );
}
