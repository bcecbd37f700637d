import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { statusPeriodFields } from '../../../../main/core/contract/members/fields';
import type { OrganisationSheet } from '../../../../main/core/contract/members/operations';
import { useCommand } from '../../../app/calls';
import { dayText, instantDayText } from '../../../app/formats';
import { labelOfField } from '../../../app/i18n';
import { listLabel, listOptions } from '../../../app/lists';
import { useWorkspace } from '../../../app/workspace';
import { ResumedForm } from '../../../components/drafts/Resumed';
import { useDraft } from '../../../components/drafts/use-draft';
import { ErrorLine } from '../../../components/ErrorPanel';
import { readDay } from '../../../components/fields/draft';
import { BelongingRecords } from '../BelongingRecords';
import classes from './Organisations.module.css';

export interface SheetTableProps {
  readonly sheet: OrganisationSheet;
  readonly editable: 'editable' | 'read_only';
  /** The line for a new one is open. */
  readonly adding: 'yes' | 'no';
  onAdded(): void;
}

/** The statuses of an organisation, each from its day on: what the counts of past quarters rest on. */
export function StatusHistory(props: SheetTableProps) {
  const { t } = useTranslation('members');
  const { statusPeriods, organisation } = props.sheet;
  return (
    <>
      {statusPeriods.length === 0 ? (
        <p className="quiet">
          {t('statuses.sinceEntry', {
            status: listLabel('organisationStatuses', String(organisation.values.status ?? '')),
            day: instantDayText(organisation.createdAt),
          })}
        </p>
      ) : (
        <BelongingRecords
          label={t('statuses.title')}
          entity={statusPeriodFields}
          leads={[]}
          fields={['since', 'status', 'reason']}
          records={statusPeriods.map((record) => ({
            record,
            name: listLabel('organisationStatuses', String(record.values.status ?? '')),
            lead: [],
          }))}
          editable={props.editable}
          removeLabel={(name) => t('statuses.remove', { name })}
          removedSentence={(name) => t('statuses.removed', { name })}
        />
      )}
      {props.adding === 'yes' && <NewPeriod organisation={organisation.id} onClose={props.onAdded} />}
    </>
  );
}

function NewPeriod(props: { readonly organisation: string; onClose(): void }) {
  const { t } = useTranslation(['members', 'common']);
  const { today } = useWorkspace();
  const draft = useDraft(`new:statusPeriods:${props.organisation}`, { since: dayText(today) });
  const { status = '', since = '' } = draft.texts;
  const create = useCommand('records.create');
  const day = readDay(since.trim());
  const close = () => {
    draft.drop();
    props.onClose();
  };
  return (
    <form
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault();
        if (status === '' || day === null) return;
        create.mutate(
          { entity: 'statusPeriods', values: { organisation: props.organisation, status, since: day } },
          { onSuccess: close },
        );
      }}
    >
      <ResumedForm draft={draft} />
      <Select
        label={labelOfField(statusPeriodFields, { name: 'status' })}
        data={listOptions('organisationStatuses').map(({ code, label }) => ({ value: code, label }))}
        value={status || null}
        onChange={(next) => draft.set({ status: next ?? '' })}
        autoFocus
      />
      <TextInput
        label={labelOfField(statusPeriodFields, { name: 'since' })}
        value={since}
        error={day === null ? t('common:refused.day') : null}
        onChange={(event) => draft.set({ since: event.currentTarget.value })}
      />
      <Button
        type="submit"
        variant="filled"
        disabled={status === '' || day === null}
        loading={create.isPending}
      >
        {t('statuses.addThis')}
      </Button>
      <Button onClick={close}>{t('common:cancel')}</Button>
      <ErrorLine error={create.error} />
    </form>
  );
}
