import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../main/core/contract/spreadsheets/operations';
import { useLongCommand } from '../../app/calls';
import classes from './Import.module.css';

/** Another sheet of the file; hidden ones are said to be so. Nothing when there is one only. */
export function SheetChoice(props: { readonly view: ImportView }) {
  const { t } = useTranslation('spreadsheets');
  const { run } = useLongCommand('spreadsheets.arrange');
  const { view } = props;
  if (view.sheets.length < 2) return null;
  return (
    <Select
      size="xs"
      className={classes.sheetChoice ?? ''}
      aria-label={t('file.sheetChoice')}
      data={view.sheets.map((sheet, index) => ({
        value: String(index),
        label: sheet.state === 'hidden' ? t('file.hiddenSheet', { name: sheet.name }) : sheet.name,
      }))}
      value={String(view.sheet)}
      allowDeselect={false}
      onChange={(sheet) => void run({ import: view.import, sheet: Number(sheet) })}
    />
  );
}
