import { Button, Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { seatFields } from '../../../../main/core/contract/members/fields';
import type { CommitteeSheet } from '../../../../main/core/contract/members/operations';
import { useCommand } from '../../../app/calls';
import { dayText } from '../../../app/formats';
import { labelOfField } from '../../../app/i18n';
import { useSay } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { ResumedForm } from '../../../components/drafts/Resumed';
import { useDraft } from '../../../components/drafts/use-draft';
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
  const draft = useDraft('new:handOver', { since: dayText(today) });
  const { organisation = '', person = '', since = '', designation = '' } = draft.texts;
  const stays = draft.texts.former === 'leaves' ? 'leaves' : 'stays_member';
  const handOver = useCommand('members.handOverFocalPoint');
  const day = readDay(since.trim());
  const ready = organisation !== '' && person !== '' && day !== null;
  const close = () => {
    draft.drop();
    props.onClose();
  };
  const submit = () => {
    if (!ready) return;
    handOver.mutate(
      { organisation, person, since: day, former: stays, designation: designation.trim() || null },
      {
        onSuccess: () => {
          say(t('committee.handedOver', { day: dayText(day) }));
          close();
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
      <ResumedForm draft={draft} />
      <RecordPicker
        of="persons"
        label={t('committee.newFocalPoint')}
        value={person || null}
        onChoose={(id) => draft.set({ person: id ?? '' })}
        focus="at_once"
      />
      <RecordPicker
        of="organisations"
        label={labelOfField(seatFields, { name: 'organisation' })}
        value={organisation || null}
        onChoose={(id) => draft.set({ organisation: id ?? '' })}
      />
      <TextInput
        label={labelOfField(seatFields, { name: 'since' })}
        value={since}
        error={day === null ? t('common:refused.day') : null}
        onChange={(event) => draft.set({ since: event.currentTarget.value })}
      />
      <TextInput
        label={labelOfField(seatFields, { name: 'designation' })}
        value={designation}
        maxLength={300}
        onChange={(event) => draft.set({ designation: event.currentTarget.value })}
      />
      {former !== null && (
        <Checkbox
          label={t('committee.formerStays', { name: former.name })}
          checked={stays === 'stays_member'}
          onChange={(event) => draft.set({ former: event.currentTarget.checked ? 'stays_member' : 'leaves' })}
        />
      )}
      <Button type="submit" variant="filled" disabled={!ready} loading={handOver.isPending}>
        {t('committee.handOverThis')}
      </Button>
      <Button onClick={close}>{t('common:cancel')}</Button>
      <ErrorLine error={handOver.error} />
    </form>
  );
}
