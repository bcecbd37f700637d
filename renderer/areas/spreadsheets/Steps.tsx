import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Import.module.css';

const steps = ['file', 'rows', 'apply'] as const;
export type Step = (typeof steps)[number];

/** The steps of the wizard, at the end of the page's head. */
export function Steps(props: { readonly current: Step }) {
  const { t } = useTranslation('spreadsheets');
  const at = steps.indexOf(props.current);
  return (
    <ol className={classes.steps} aria-label={t('steps.label')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-place={index < at ? 'done' : index === at ? 'now' : 'later'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={classes.stepMark}>
            {index < at ? <IconCheck className="icon-15" /> : index + 1}
          </span>
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
