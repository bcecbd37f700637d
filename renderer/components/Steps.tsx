import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Steps.module.css';

export interface Step {
  readonly key: string;
  readonly label: string;
  /** `now` once; what is behind is `done`, what is ahead `later`. */
  readonly state: 'done' | 'now' | 'later';
}

/** Where one is on a way of several steps: at the end of a page's head. */
export function Steps(props: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.steps} aria-label={t('wizard.steps')}>
      {props.steps.map((step, index) => (
        <li key={step.key} aria-current={step.state === 'now' ? 'step' : undefined} data-state={step.state}>
          <span className={classes.number}>
            {step.state === 'done' ? <IconCheck className="icon-15" /> : index + 1}
          </span>
          {step.label}
        </li>
      ))}
    </ol>
  );
}
