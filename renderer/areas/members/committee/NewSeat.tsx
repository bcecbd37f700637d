import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seatFields } from '../../../../main/core/contract/members/fields';
import { useCommand } from '../../../app/calls';
import { dayText } from '../../../app/formats';
import { labelOfField } from '../../../app/i18n';
import { listOptions } from '../../../app/lists';
import { useWorkspace } from '../../../app/workspace';
import { ErrorLine } from '../../../components/ErrorPanel';
import { readDay } from '../../../components/fields/draft';
import inline from '../organisations/Organisations.module.css';
import { RecordPicker } from '../RecordPicker';

/** A seat: an organisation, who sits for it, in which role and from which day. */
export function NewSeat(props: { onClose(): void }) {
  const { t } = useTranslation(['members', 'common']);
  const { today } = useWorkspace();
  const [organisation, setOrganisation] = useState<string | null>(null);
  const [fullMember, setFullMember] = useState<string | null>(null);
  const [role, setRole] = useState<string | null>('member');
  const [since, setSince] = useState(dayText(today));
  const create = useCommand('records.create');
  const day = readDay(since.trim());
  const ready = organisation !== null && role !== null && day !== null;
  return (
    <form
      className={inline.inline}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        create.mutate(
          { entity: 'seats', values: { organisation, fullMember, role, since: day } },
          { onSuccess: props.onClose },
        );
      }}
    >
      <RecordPicker
        of="organisations"
        label={labelOfField(seatFields, { name: 'organisation' })}
        value={organisation}
        onChoose={setOrganisation}
        focus="at_once"
      />
      <RecordPicker
        of="persons"
        label={labelOfField(seatFields, { name: 'fullMember' })}
        value={fullMember}
        onChoose={setFullMember}
      />
      <Select
        label={labelOfField(seatFields, { name: 'role' })}
        data={listOptions('committeeRoles').map(({ code, label }) => ({ value: code, label }))}
        value={role}
        onChange={setRole}
        allowDeselect={false}
      />
      <TextInput
        label={labelOfField(seatFields, { name: 'since' })}
        value={since}
        error={day === null ? t('common:refused.day') : null}
        onChange={(event) => setSince(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" disabled={!ready} loading={create.isPending}>
        {t('committee.addThisSeat')}
      </Button>
      <Button onClick={props.onClose}>{t('common:cancel')}</Button>
      <ErrorLine error={create.error} />
    </form>
  );
}
