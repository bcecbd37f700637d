import { IconCheck } from '@tabler/icons-react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../components/PageHead';
import classes from './Trust.module.css';

interface WizardFrameProps {
  readonly title: string;
  /** Names of the steps, and which is current; without them there is one. */
  readonly steps?: readonly string[];
  readonly at?: number;
  readonly heading: string;
  readonly text?: ReactNode;
  readonly children?: ReactNode;
  /** Left of the foot, why the button waits, and the button itself. */
  readonly back?: ReactNode;
  readonly reason?: string | null;
  readonly button?: ReactNode;
  onSubmit?(): void;
}

/** One decision a screen: steps at the top end, the decision, the button that names its effect. */
export function WizardFrame(props: WizardFrameProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit?.();
  };
  return (
    <>
      <PageHead title={props.title}>
        {props.steps !== undefined && <Steps names={props.steps} at={props.at ?? 0} />}
      </PageHead>
      <form className={classes.wizard} onSubmit={submit}>
        <div className={classes.scroll}>
          <h2>{props.heading}</h2>
          {props.text !== undefined && <p className={classes.lead}>{props.text}</p>}
          {props.children}
        </div>
        {(props.back !== undefined || props.button !== undefined) && (
          <footer className={classes.foot}>
            {props.back}
            <span className={classes.reason}>{props.reason}</span>
            {props.button}
          </footer>
        )}
      </form>
    </>
  );
}

function Steps(props: { readonly names: readonly string[]; readonly at: number }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.steps} aria-label={t('wizard.steps')}>
      {props.names.map((name, index) => (
        <li
          key={name}
          aria-current={index === props.at ? 'step' : undefined}
          data-done={index < props.at ? 'yes' : 'no'}
        >
          <span className={classes.stepNumber}>
            {index < props.at ? <IconCheck className="icon-15" /> : index + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  );
}
