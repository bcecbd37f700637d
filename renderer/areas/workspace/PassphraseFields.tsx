import { IconAlertTriangle, IconCheck, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../main/core/contract/operations';
import { call } from '../../app/calls';
import { SecretInput } from '../../components/SecretInput';
import classes from './first-start/FirstStart.module.css';

export type Judgement = Output<'workspace.judgePassphrase'>;

/** A new passphrase and its repetition; `ready` holds it once the rule accepts it and both agree. */
export interface NewPassphrase {
  readonly typed: string;
  readonly repeated: string;
  readonly judgement: Judgement;
  readonly ready: string | null;
}

interface PassphraseState extends NewPassphrase {
  type(text: string): void;
  repeat(text: string): void;
}

const nothing: Judgement = { score: 0, verdict: 'empty' };
const judgeAfter = 120;

/** Follows a new passphrase while it is typed; `names` are words it must not consist of. Kept out of every cache. */
export function useNewPassphrase(names: readonly string[]): PassphraseState {
  const [typed, setTyped] = useState('');
  const [repeated, setRepeated] = useState('');
  const [judgement, setJudgement] = useState<Judgement>(nothing);
  const known = names.join('\n');
  useEffect(() => {
    if (typed === '') {
      setJudgement(nothing);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      call('workspace.judgePassphrase', { passphrase: typed, names: known.split('\n').filter(Boolean) }).then(
        (answer) => isCurrent && setJudgement(answer),
        () => isCurrent && setJudgement(nothing),
      );
    }, judgeAfter);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [typed, known]);
  const ready = judgement.verdict === 'accepted' && typed === repeated ? typed : null;
  return { typed, repeated, judgement, ready, type: setTyped, repeat: setRepeated };
}

/** Why a new passphrase cannot be used yet, as a key of `workspace:firstStart.reasons`, or null. */
export function reasonAgainst(passphrase: NewPassphrase): 'passphrase' | 'again' | null {
  if (passphrase.ready !== null) return null;
  return passphrase.judgement.verdict === 'accepted' ? 'again' : 'passphrase';
}

interface PassphraseFieldsProps {
  readonly passphrase: PassphraseState;
  readonly label: string;
  readonly hint: string;
  readonly repeatHint: string;
  readonly state?: 'open' | 'done';
}

/** The two fields, with the strength as words and bars, never as a colour alone. */
export function PassphraseFields(props: PassphraseFieldsProps) {
  const { t } = useTranslation('workspace');
  const [visible, setVisible] = useState(false);
  const { passphrase } = props;
  const agrees = passphrase.repeated !== '' && passphrase.repeated === passphrase.typed;
  const shared = {
    size: 'lg',
    visible,
    onVisibilityChange: setVisible,
    disabled: props.state === 'done',
    autoComplete: 'new-password',
  } as const;
  return (
    <div className={classes.columns}>
      <div>
        <SecretInput
          {...shared}
          label={props.hint}
          aria-label={props.label}
          value={passphrase.typed}
          maxLength={500}
          onChange={(event) => passphrase.type(event.currentTarget.value)}
        />
        <Strength judgement={passphrase.judgement} />
      </div>
      <div>
        <SecretInput
          {...shared}
          label={t('passphrase.again')}
          value={passphrase.repeated}
          maxLength={500}
          leftSection={agrees ? <IconCheck className={classes.done} /> : null}
          onChange={(event) => passphrase.repeat(event.currentTarget.value)}
        />
        <p className={classes.hint} role="status">
          {passphrase.repeated !== '' && !agrees && !passphrase.typed.startsWith(passphrase.repeated)
            ? t('passphrase.differs')
            : props.repeatHint}
        </p>
      </div>
    </div>
  );
}

function Strength(props: { readonly judgement: Judgement }) {
  const { t } = useTranslation('workspace');
  const { score, verdict } = props.judgement;
  const word =
    verdict === 'accepted' ? t(`passphrase.strength.${acceptedWord(score)}`) : t(`passphrase.${verdict}`);
  return (
    <div className={classes.strength} data-verdict={verdict}>
      {[1, 2, 3, 4].map((bar) => (
        <i key={bar} data-on={verdict !== 'empty' && bar <= Math.max(1, score) ? 'yes' : 'no'} />
      ))}
      <span className={classes.strengthWord} role="status">
        {verdict === 'accepted' ? (
          <IconCircleCheck className="icon-15" />
        ) : (
          verdict !== 'empty' && <IconAlertTriangle className="icon-15" />
        )}
        {word}
      </span>
    </div>
  );
}

function acceptedWord(score: number): 'fair' | 'good' | 'strong' {
  if (score >= 4) return 'strong';
  return score === 3 ? 'good' : 'fair';
}
