import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../main/core/contract/operations';
import { call } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { quarterText } from '../../../app/formats';
import { listLabel } from '../../../app/lists';
import { useSay } from '../../../app/status';
import { countryName } from '../countries';
import { csvText } from './csv';

/** Saves the rows behind a figure where the user chooses, as a file for spreadsheets. */
export function useSaveRows() {
  const { t } = useTranslation('consolidation');
  const say = useSay();
  return (activity: string, upTo: string, rows: Output<'consolidation.figure'>['rows']) => {
    const save = async () => {
      const file = await call('shell.chooseWhereToSave', {
        purpose: 'text',
        suggestedName: `${activity} ${quarterText(upTo)}.csv`,
      });
      if (file === null) return;
      const head = [
        'activity',
        'country',
        'code',
        'quarter',
        'state',
        'number',
        'comment',
        'report',
      ] as const;
      const lines = rows.map((row) => [
        activity,
        countryName(row.country),
        row.country,
        quarterText(row.quarter),
        row.state === null ? null : listLabel('activityStates', row.state),
        row.quantity,
        row.comment,
        row.sequence,
      ]);
      await call('shell.saveText', {
        file: file.handle,
        text: csvText([head.map((column) => t(`figure.columns.${column}`)), ...lines]),
      });
      say(t('figure.rowsSaved', { name: file.name }));
    };
    save().catch((error: unknown) => say(wordError(error).sentence));
  };
}
