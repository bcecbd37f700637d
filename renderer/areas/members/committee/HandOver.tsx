import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seatFields } from '../../../../main/core/contract/members/fields';
import type { CommitteeSheet } from '../../../../main/core/contract/members/operations';
import { useCommand } from '../../../app/calls';
import { dayText } from '../../../app/formats';
import { labelOfField } from '../../../app/i18n';
import { useSay } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { ErrorLine } from '../../../components/ErrorPanel';
import { readDay } from '../../../components/fields/draft';
import inline from '../organisations/Organisations.module.css';
import { RecordPicker } from '../RecordPicker';
import classes from './Committee.module.css';

/** The focal point's mandate passes to another person: one gesture, which undo takes back. */
export function HandOver(props: { readonly sheet: CommitteeSheet; onClose(): void }) {
  const { t } = useTranslation(['members', 'common']);
  const { today } = useWorkspace();
  const say = useSay();
  const former = props.sheet.focalPoint;
  const [organisation, setOrganisation] = useState<string | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const [since, setSince] = useState(dayText(today));
  const [designation, setDesignation] = useState('');
  const [stays, setStays] = useState<'stays_member' | 'leaves'>('stays_member');
  const handOver = useCommand('members.handOverFocalPoint');
  const day = readDay(since.trim());
  const ready = organisation !== null && person !== null && day !== null;
  const submit = () => {
    if (!ready) return;
    handOver.mutate(
      { organisation, person, since: day, former: stays, designation: designation.trim() || null },
      {
        onSuccess: () => {
          say(t('committee.handedOver', { day: dayText(day) }));
          props.onClose();
        },
      },
    );
  };
  return (
    <form
      className={inline.inline}
      aria-label={t('committee.handOver')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className={classes.explain}>
        {former === null
          ? t('committee.firstFocalPoint')
          : t('committee.handOverFrom', { name: former.name, day: dayText(former.since) })}
      </p>
      <RecordPicker
        of="persons"
        label={t('committee.newFocalPoint')}
        value={person}
        onChoose={setPerson}
        focus="at_once"
      />
      <RecordPicker
        of="organisations"
        label={labelOfField(seatFields, { name: 'organisation' })}
        value={organisation}
        onChoose={setOrganisation}
      />
      <TextInput
        label={labelOfField(seatFields, { name: 'since' })}
        value={since}
        error={day === null ? t('common:refused.day') : null}
        onChange={(event) => setSince(event.currentTarget.value)}
      />
      <TextInput
        label={labelOfField(seatFields, { name: 'designation' })}
        value={designation}
        maxLength={300}
        onChange={(event) => setDesignation(event.currentTarget.value)}
      />
      {former !== null && (
        <Checkbox
          label={t('committee.formerStays', { name: former.name })}
          checked={stays === 'stays_member'}
          onChange={(event) => setStays(event.currentTarget.checked ? 'stays_member' : 'leaves')}
        />
      )}
      <Button type="submit" variant="filled" disabled={!ready} loading={handOver.isPending}>
        {t('committee.handOverThis')}
      </Button>
      <Button onClick={props.onClose}>{t('common:cancel')}</Button>
      <ErrorLine error={handOver.error} />
    </form>
  );
}
