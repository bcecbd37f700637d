import { Button } from '@mantine/core';
import { IconPlus, IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { committeeFields } from '../../../../main/core/contract/members/fields';
import type { CommitteeSheet } from '../../../../main/core/contract/members/operations';
import { call, useAnswer } from '../../../app/calls';
import { dayText } from '../../../app/formats';
import { useCanEdit, useWorkspace } from '../../../app/workspace';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { FieldRow } from '../../../components/fields/FieldRow';
import fieldClasses from '../../../components/fields/Fields.module.css';
import { PageHead } from '../../../components/PageHead';
import classes from './Committee.module.css';
import { CommitteeFacts } from './CommitteeFacts';
import { HandOver } from './HandOver';
import { NewSeat } from './NewSeat';
import { Seats } from './Seats';

/** The national committee: who sits on it, until when, what a valid meeting needs, and its rules. */
export function CommitteePage() {
  const sheet = useAnswer('members.committee', {}, { meanwhile: 'previous' });
  if (sheet.error !== null) return <ErrorPanel error={sheet.error} />;
  if (sheet.data === undefined) return null;
  return <Committee sheet={sheet.data} />;
}

function Committee(props: { readonly sheet: CommitteeSheet }) {
  const { t } = useTranslation('members');
  const { name } = useWorkspace();
  const editable = useCanEdit() ? 'editable' : 'read_only';
  const [open, setOpen] = useState<'seat' | 'handover' | null>(null);
  const { sheet } = props;
  const since = sheet.committee?.values.installedOn;
  return (
    <>
      <PageHead
        title={t('committee.title')}
        hint={
          typeof since === 'string' ? `${name}, ${t('committee.installed', { day: dayText(since) })}` : name
        }
      >
        {editable === 'editable' && (
          <>
            <Button leftSection={<IconUserShare />} onClick={() => setOpen('handover')}>
              {t('committee.handOver')}
            </Button>
            <Button variant="filled" leftSection={<IconPlus />} onClick={() => setOpen('seat')}>
              {t('committee.newSeat')}
            </Button>
          </>
        )}
      </PageHead>
      <div className={classes.columns}>
        <div className={classes.main}>
          {open === 'seat' && <NewSeat onClose={() => setOpen(null)} />}
          {open === 'handover' && <HandOver sheet={sheet} onClose={() => setOpen(null)} />}
          <Seats sheet={sheet} editable={editable} />
          <Rules sheet={sheet} editable={editable} />
        </div>
        <CommitteeFacts sheet={sheet} />
      </div>
    </>
  );
}

function Rules(props: { readonly sheet: CommitteeSheet; readonly editable: 'editable' | 'read_only' }) {
  const { t } = useTranslation('members');
  const { country } = useWorkspace();
  return (
    <section className={classes.part} aria-labelledby="committee-rules">
      <h2 id="committee-rules">{t('committee.rules')}</h2>
      <div className={fieldClasses.fields}>
        {committeeFields.fields.map((field) => (
          <FieldRow
            key={field.name}
            entity={committeeFields}
            field={field}
            value={props.sheet.committee?.values[field.name] ?? null}
            editable={props.editable}
            country={country}
            place="committee"
            onSave={async (value) => {
              await call('members.saveCommittee', { values: { [field.name]: value } });
            }}
          />
        ))}
      </div>
    </section>
  );
}
