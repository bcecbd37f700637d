import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Wizard.module.css';

interface WizardProps {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  /** Names of the steps in order; `at` is the one shown, from 0. */
  readonly steps: readonly string[];
  readonly at: number;
  readonly children: ReactNode;
  /** Start of the foot: usually "previous step". */
  readonly back?: ReactNode;
  /** Why the final button is disabled, beside it. */
  readonly reason?: ReactNode;
  /** The one final button, which names its effect. */
  readonly action: ReactNode;
}

/** The frame of a wizard: steps at the top end, one decision a screen, the effect named at the foot. */
export function Wizard(props: WizardProps) {
  return (
    <div className={classes.wizard}>
      <header className={classes.head}>
        <h1 className={classes.title}>{props.title}</h1>
        {props.hint !== undefined && <span className="quiet">{props.hint}</span>}
        <Steps steps={props.steps} at={props.at} />
      </header>
      <div className={classes.content}>{props.children}</div>
      <footer className={classes.foot}>
        {props.back}
        <span className={classes.reason}>{props.reason}</span>
        {props.action}
      </footer>
    </div>
  );
}

function Steps(props: { readonly steps: readonly string[]; readonly at: number }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.steps} aria-label={t('wizard.steps')}>
      {props.steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === props.at ? 'step' : undefined}
          data-state={index < props.at ? 'done' : index === props.at ? 'now' : 'later'}
        >
          <span className={classes.number}>
            {index < props.at ? <IconCheck className="icon-15" /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
