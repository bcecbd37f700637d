import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consentFields } from '../../../../main/core/contract/members/fields';
import { useCommand } from '../../../app/calls';
import { dayText, numberText } from '../../../app/formats';
import { labelOfField } from '../../../app/i18n';
import { listOptions } from '../../../app/lists';
import { useSay } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { ErrorLine } from '../../../components/ErrorPanel';
import { readDay } from '../../../components/fields/draft';
import { Choice } from '../documents/DocumentFrame';
import { givenOnField } from '../given-on';
import classes from './Consents.module.css';

interface RecordAnswersProps {
  readonly persons: readonly string[];
  onClose(): void;
}

/** The answer of several persons to several purposes, noted in one gesture that Ctrl+Z takes back. */
export function RecordAnswers(props: RecordAnswersProps) {
  const { t } = useTranslation(['members', 'common']);
  const { today } = useWorkspace();
  const say = useSay();
  const record = useCommand('consents.record');
  const [purposes, setPurposes] = useState<readonly string[]>([]);
  const [answer, setAnswer] = useState<'agrees' | 'refuses'>('agrees');
  const [day, setDay] = useState(dayText(today));
  const [until, setUntil] = useState('');
  const [manner, setManner] = useState('written');
  const [proof, setProof] = useState('');
  const on = readDay(day, givenOnField);
  const expiresOn = until.trim() === '' ? null : readDay(until.trim());
  const dayWrong = on === null ? t('common:refused.day') : on > today ? t('consentsPage.form.future') : null;
  const untilWrong = untilRefused();
  const count = props.persons.length;

  function untilRefused(): string | null {
    if (until.trim() === '') return null;
    if (expiresOn === null) return t('common:refused.day');
    return on !== null && expiresOn < on ? t('consentsPage.form.before') : null;
  }
  const write = () => {
    if (on === null || dayWrong !== null || untilWrong !== null || purposes.length === 0) return;
    record.mutate(
      {
        persons: [...props.persons],
        purposes: [...purposes],
        answer,
        on,
        manner,
        expiresOn: answer === 'agrees' ? expiresOn : null,
        proof: proof.trim() === '' ? null : proof.trim(),
      },
      {
        onSuccess: ({ recorded }) => {
          say(t('consentsPage.recorded', { count: recorded, number: numberText(recorded) }));
          props.onClose();
        },
      },
    );
  };
  return (
    <form
      className={classes.form}
      aria-label={t('consentsPage.record')}
      onSubmit={(event) => {
        event.preventDefault();
        write();
      }}
      onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
    >
      <strong className={classes.title}>
        {t('consentsPage.form.title', { count, number: numberText(count) })}
      </strong>
      <Checkbox.Group
        className={classes.purposes ?? ''}
        label={t('consentsPage.form.purposes')}
        value={[...purposes]}
        onChange={setPurposes}
      >
        <div className={classes.boxes}>
          {listOptions('consentPurposes').map(({ code, label }, index) => (
            <Checkbox key={code} value={code} label={label} {...(index === 0 ? { autoFocus: true } : {})} />
          ))}
        </div>
      </Checkbox.Group>
      <Choice<'agrees' | 'refuses'>
        label={t('consentsPage.form.answer')}
        value={answer}
        data={[
          { value: 'agrees', label: t('consentsPage.form.agrees') },
          { value: 'refuses', label: t('consentsPage.form.refuses') },
        ]}
        onChange={setAnswer}
      />
      <TextInput
        w="8rem"
        dir="ltr"
        label={t('consentsPage.form.on')}
        value={day}
        error={dayWrong}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Select
        w="10rem"
        label={labelOfField(consentFields, { name: 'manner' })}
        data={listOptions('consentManners').map(({ code, label }) => ({ value: code, label }))}
        value={manner}
        allowDeselect={false}
        onChange={(value) => value !== null && setManner(value)}
      />
      {answer === 'agrees' && (
        <TextInput
          w="10rem"
          dir="ltr"
          label={t('consentsPage.form.expires')}
          value={until}
          error={untilWrong}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={labelOfField(consentFields, { name: 'proof' })}
        placeholder={t('consents.proofHint')}
        value={proof}
        maxLength={300}
        onChange={(event) => setProof(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" loading={record.isPending} disabled={purposes.length === 0}>
        {t('consentsPage.form.write')}
      </Button>
      <Button variant="subtle" onClick={props.onClose}>
        {t('common:cancel')}
      </Button>
      {record.error !== null && <ErrorLine error={record.error} />}
    </form>
  );
}
