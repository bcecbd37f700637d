import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { encodings } from '../../../main/core/contract/spreadsheets/encodings';
import type { ImportView } from '../../../main/core/contract/spreadsheets/operations';
import { useLongCommand } from '../../app/calls';
import { ErrorLine } from '../../components/ErrorPanel';
import classes from './Import.module.css';

/** How a text file is written: what was found, and every other way to read it again. Nothing for a workbook. */
export function EncodingChoice(props: { readonly view: ImportView }) {
  const { t } = useTranslation('spreadsheets');
  const { run, error } = useLongCommand('spreadsheets.readAs');
  const { view } = props;
  if (view.encoding === null) return null;
  return (
    <>
      <Select
        size="xs"
        className={classes.sheetChoice ?? ''}
        aria-label={t('file.encodingChoice')}
        data={encodings.map((encoding) => ({ value: encoding, label: t(`file.encoding.${encoding}`) }))}
        value={view.encoding}
        allowDeselect={false}
        onChange={(next) => {
          const encoding = encodings.find((one) => one === next);
          if (encoding !== undefined) void run({ import: view.import, encoding });
        }}
      />
      <ErrorLine error={error} />
    </>
  );
}
