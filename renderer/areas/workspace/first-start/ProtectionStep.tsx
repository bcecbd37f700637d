import { Button } from '@mantine/core';
import { IconArrowRight, IconLock } from '@tabler/icons-react';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../main/core/contract/values';
import { call, useAnswer, useCommand } from '../../../app/calls';
import { ErrorLine } from '../../../components/ErrorPanel';
import { OpeningFrame } from '../OpeningFrame';
import frame from '../OpeningFrame.module.css';
import { PassphraseFields, reasonAgainst, useNewPassphrase } from '../PassphraseFields';
import { AskedGroups, KeepRecovery, type Recovery, RecoverySheet, useAskedGroups } from '../RecoverySheet';
import { countryOf, namedPeople, type StartDraft } from './draft';
import classes from './FirstStart.module.css';

interface ProtectionStepProps {
  readonly promise: string;
  readonly panel: ReactNode;
  readonly draft: StartDraft;
  readonly language: Language;
  readonly back: ReactNode;
  /** Called before the workspace is made: from then on there is no way back. */
  onBegin(): void;
  onDone(): void;
}

/** The passphrase, then the recovery sheet, shown once and asked back. */
export function ProtectionStep(props: ProtectionStepProps) {
  const { t } = useTranslation(['workspace', 'common']);
  const { draft } = props;
  const passphrase = useNewPassphrase([
    draft.name,
    draft.code ?? '',
    ...namedPeople(draft).map((one) => one.name),
  ]);
  const [recovery, setRecovery] = useState<Recovery | null>(null);
  const asked = useAskedGroups(recovery);
  const create = useCommand('workspace.create');
  const confirm = useCommand('workspace.confirmRecovery');

  const make = () => {
    if (passphrase.ready === null || draft.role === null || draft.code === null || create.isPending) return;
    props.onBegin();
    create.mutate(
      {
        language: props.language,
        role: draft.role,
        code: draft.code,
        name: draft.name.trim(),
        country: countryOf(draft),
        people: namedPeople(draft),
        passphrase: passphrase.ready,
        folder: draft.folder?.handle ?? null,
      },
      { onSuccess: setRecovery },
    );
  };
  const end = () => {
    if (asked.complete === null || confirm.isPending) return;
    confirm.mutate(
      { groups: asked.complete },
      {
        onSuccess: () => {
          void identifyFirst();
          props.onDone();
        },
      },
    );
  };

  const foot =
    recovery === null ? (
      <>
        {props.back}
        <span className={frame.reason}>
          {t(`firstStart.reasons.${reasonAgainst(passphrase) ?? 'noWayBack'}`)}
        </span>
        <Button
          size="lg"
          variant="filled"
          leftSection={<IconLock />}
          type="submit"
          disabled={passphrase.ready === null}
          loading={create.isPending}
        >
          {t('firstStart.protection.create')}
        </Button>
      </>
    ) : (
      <>
        <span className={frame.reason}>
          {asked.complete === null && t('firstStart.reasons.digits', { count: asked.missing })}
        </span>
        <Button
          size="lg"
          variant="filled"
          rightSection={<IconArrowRight className="directional" />}
          type="submit"
          disabled={asked.complete === null}
          loading={confirm.isPending}
        >
          {t('firstStart.continue')}
        </Button>
      </>
    );

  return (
    <OpeningFrame
      promise={props.promise}
      panel={props.panel}
      title={t(`firstStart.protection.${draft.role === 'coordination' ? 'titleCoordination' : 'title'}`)}
      hint={t('firstStart.protection.hint')}
      foot={foot}
      onSubmit={recovery === null ? make : end}
    >
      <h2 className={classes.heading}>{t('passphrase.title')}</h2>
      <PassphraseFields
        passphrase={passphrase}
        label={t('passphrase.title')}
        hint={t('passphrase.hint')}
        repeatHint={t('passphrase.when')}
        state={recovery === null ? 'open' : 'done'}
      />
      <ErrorLine error={create.error ?? confirm.error} />
      {recovery !== null && <Keep recovery={recovery} owner={draft.name} asked={asked} />}
    </OpeningFrame>
  );
}

function Keep(props: {
  readonly recovery: Recovery;
  readonly owner: string;
  readonly asked: ReturnType<typeof useAskedGroups>;
}) {
  const { t } = useTranslation('workspace');
  const state = useAnswer('workspace.state', {}).data;
  const day = state?.status === 'open' ? state.today : dayjs().format('YYYY-MM-DD');
  const sheet = { recovery: props.recovery, owner: props.owner, day };
  return (
    <>
      <h2 className={classes.heading}>{t('recovery.title')}</h2>
      <div className={classes.columns}>
        <RecoverySheet {...sheet} />
        <div>
          <p>{t('recovery.explain')}</p>
          <KeepRecovery {...sheet} />
          <h3 className={classes.heading}>{t('recovery.copyBack')}</h3>
          <AskedGroups asked={props.asked} />
        </div>
      </div>
    </>
  );
}

/** Whoever sets the workspace up is the first of its people, and is at the keyboard. */
async function identifyFirst(): Promise<void> {
  const state = await call('workspace.state', {});
  const first = state.status === 'open' ? state.people[0] : undefined;
  if (first !== undefined) await call('workspace.identify', { person: first.id });
}
