import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../main/core/contract/operations';
import { useAnswer, useCommand } from '../../app/calls';
import { nearText, numberText } from '../../app/formats';
import { useCanEdit } from '../../app/workspace';
import { ErrorLine } from '../../components/ErrorPanel';
import classes from './Import.module.css';

type Made = Output<'spreadsheets.imports'>[number];

/** The imports made so far; each that is in place can be taken back whole. */
export function ImportsMade() {
  const { t } = useTranslation('spreadsheets');
  const made = useAnswer('spreadsheets.imports', {}).data ?? [];
  const [withdrawn, setWithdrawn] = useState<Output<'spreadsheets.withdraw'> | null>(null);
  return (
    <section className={classes.made}>
      <h2>{t('made.heading')}</h2>
      {withdrawn !== null && <Withdrawn withdrawn={withdrawn} />}
      {made.length === 0 ? (
        <p className="quiet">{t('made.none')}</p>
      ) : (
        <table className={classes.madeTable}>
          <thead>
            <tr>
              <th>{t('made.file')}</th>
              <th>{t('made.when')}</th>
              <th>{t('made.who')}</th>
              <th data-align="end">{t('made.created')}</th>
              <th data-align="end">{t('made.changed')}</th>
              <th data-align="end">{t('made.refused')}</th>
              <th>{t('made.state')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {made.map((one) => (
              <MadeRow key={one.id} made={one} onWithdrawn={setWithdrawn} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function MadeRow(props: {
  readonly made: Made;
  onWithdrawn(withdrawn: Output<'spreadsheets.withdraw'>): void;
}) {
  const { t } = useTranslation('spreadsheets');
  const canEdit = useCanEdit();
  const withdraw = useCommand('spreadsheets.withdraw');
  const { made } = props;
  return (
    <tr>
      <td>
        <bdi>{made.fileName}</bdi>
        {made.sheet !== '' && <span className="quiet"> {t('file.sheet', { sheet: made.sheet })}</span>}
        <ErrorLine error={withdraw.error} />
      </td>
      <td className="figures">{nearText(made.madeAt)}</td>
      <td>
        <bdi>{made.author}</bdi>
      </td>
      <td data-align="end" className="figures">
        {numberText(made.created)}
      </td>
      <td data-align="end" className="figures">
        {numberText(made.changed)}
      </td>
      <td data-align="end" className="figures">
        {numberText(made.refused)}
      </td>
      <td>{t(`made.states.${made.state}`)}</td>
      <td data-align="end">
        {canEdit && made.state === 'in_force' && (
          <Button
            size="compact-sm"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ id: made.id }, { onSuccess: props.onWithdrawn })}
          >
            {t('made.withdraw')}
          </Button>
        )}
      </td>
    </tr>
  );
}

function Withdrawn(props: { readonly withdrawn: Output<'spreadsheets.withdraw'> }) {
  const { t } = useTranslation(['spreadsheets', 'members']);
  const { trashed, restored, kept } = props.withdrawn;
  return (
    <div className={classes.told} role="status">
      <p>{t('made.withdrawn', { trashed: numberText(trashed), restored: numberText(restored) })}</p>
      {kept.length > 0 && (
        <>
          <p>{t('made.kept', { count: kept.length })}</p>
          <ul>
            {kept.slice(0, 20).map((one) => (
              <li key={one.record}>
                <bdi>{one.title}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
