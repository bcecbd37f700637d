import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportView, Taken } from '../../../main/core/contract/spreadsheets/operations';
import classes from './Import.module.css';

type Arrange = (wanted: { hidden?: Taken; notes?: Taken }) => void;

/** What the sheet holds beside its values, each with one choice: it comes with the rows or does not. */
export function Beside(props: { readonly beside: ImportView['beside']; readonly onArrange: Arrange }) {
  const { t } = useTranslation('spreadsheets');
  const { beside, onArrange } = props;
  const hidden = [
    ...(beside.hiddenRows > 0 ? [t('beside.hiddenRows', { count: beside.hiddenRows })] : []),
    ...(beside.hiddenColumns > 0 ? [t('beside.hiddenColumns', { count: beside.hiddenColumns })] : []),
  ];
  return (
    <>
      {hidden.length > 0 && (
        <Checkbox
          className={classes.beside}
          size="xs"
          label={t('beside.takeHidden', { list: hidden.join(', ') })}
          checked={beside.hidden === 'taken'}
          onChange={(event) => onArrange({ hidden: chosen(event.currentTarget.checked) })}
        />
      )}
      {beside.comments > 0 && (
        <Checkbox
          className={classes.beside}
          size="xs"
          label={t('beside.takeNotes', { count: beside.comments })}
          checked={beside.notes === 'taken'}
          onChange={(event) => onArrange({ notes: chosen(event.currentTarget.checked) })}
        />
      )}
    </>
  );
}

const chosen = (isTicked: boolean): Taken => (isTicked ? 'taken' : 'left');
