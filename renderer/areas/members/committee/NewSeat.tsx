import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { seatFields } from '../../../../main/core/contract/members/fields';
import { useCommand } from '../../../app/calls';
import { dayText } from '../../../app/formats';
import { labelOfField } from '../../../app/i18n';
import { listOptions } from '../../../app/lists';
import { useWorkspace } from '../../../app/workspace';
import { ResumedForm } from '../../../components/drafts/Resumed';
import { useDraft } from '../../../components/drafts/use-draft';
import { ErrorLine } from '../../../components/ErrorPanel';
import { readDay } from '../../../components/fields/draft';
import inline from '../organisations/Organisations.module.css';
import { RecordPicker } from '../RecordPicker';

/** A seat: an organisation, who sits for it, in which role and from which day. */
export function NewSeat(props: { onClose(): void }) {
  const { t } = useTranslation(['members', 'common']);
  const { today } = useWorkspace();
  const draft = useDraft('new:seats', { role: 'member', since: dayText(today) });
  const { organisation = '', fullMember = '', role = '', since = '' } = draft.texts;
  const create = useCommand('records.create');
  const day = readDay(since.trim());
  const ready = organisation !== '' && role !== '' && day !== null;
  const close = () => {
    draft.drop();
    props.onClose();
  };
  return (
    <form
      className={inline.inline}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        create.mutate(
          { entity: 'seats', values: { organisation, fullMember: fullMember || null, role, since: day } },
          { onSuccess: close },
        );
      }}
    >
      <ResumedForm draft={draft} />
      <RecordPicker
        of="organisations"
        label={labelOfField(seatFields, { name: 'organisation' })}
        value={organisation || null}
        onChoose={(id) => draft.set({ organisation: id ?? '' })}
        focus="at_once"
      />
      <RecordPicker
        of="persons"
        label={labelOfField(seatFields, { name: 'fullMember' })}
        value={fullMember || null}
        onChoose={(id) => draft.set({ fullMember: id ?? '' })}
      />
      <Select
        label={labelOfField(seatFields, { name: 'role' })}
        data={listOptions('committeeRoles').map(({ code, label }) => ({ value: code, label }))}
        value={role}
        onChange={(next) => draft.set({ role: next ?? '' })}
        allowDeselect={false}
      />
      <TextInput
        label={labelOfField(seatFields, { name: 'since' })}
        value={since}
        error={day === null ? t('common:refused.day') : null}
        onChange={(event) => draft.set({ since: event.currentTarget.value })}
      />
      <Button type="submit" variant="filled" disabled={!ready} loading={create.isPending}>
        {t('committee.addThisSeat')}
      </Button>
      <Button onClick={close}>{t('common:cancel')}</Button>
      <ErrorLine error={create.error} />
    </form>
  );
}
