import { ActionIcon, Button } from '@mantine/core';
import { IconDownload, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../app/calls';
import { numberText } from '../../../app/formats';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { activityOf, shortLabelOf, targetTexts } from '../logframe/lines';
import classes from './FigureDrawer.module.css';
import { FigureRows } from './FigureRows';
import { FigureRules } from './FigureRules';
import { useSaveRows } from './save-rows';

/** The chart's library is as large as the rest of the page: it comes with the first figure that is opened. */
const FigureChart = lazy(() => import('./FigureChart'));

interface FigureDrawerProps {
  readonly activity: string;
  readonly upTo: string;
  onClose(): void;
}

/** What one regional figure is made of: its rule, its countries, its quarters, and the rows behind it. */
export function FigureDrawer(props: FigureDrawerProps) {
  const { t } = useTranslation(['consolidation', 'common']);
  const { activity, upTo } = props;
  const answer = useAnswer('consolidation.figure', { activity, upTo }, { meanwhile: 'previous' });
  const heading = useRef<HTMLHeadingElement>(null);
  const saveRows = useSaveRows();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another figure brings the reader here again
  useEffect(() => heading.current?.focus(), [activity]);
  const told = answer.data;
  return (
    <aside className={classes.drawer} aria-labelledby="figure-title">
      <header className={classes.head}>
        <h2 id="figure-title" ref={heading} tabIndex={-1}>
          <span className="code">{activity}</span> {shortLabelOf(activity)}
        </h2>
        <ActionIcon aria-label={t('common:close')} onClick={props.onClose}>
          <IconX />
        </ActionIcon>
      </header>
      {answer.error !== null && <ErrorPanel error={answer.error} />}
      {told !== undefined && (
        <>
          <div className={classes.scroll}>
            <div className={classes.sum}>
              <strong className="figures">
                {told.figure.done === null ? '—' : numberText(told.figure.done)}
              </strong>
              <Against done={told.figure.done} target={told.figure.target} activity={activity} />
            </div>
            <FigureRules figure={told.figure} upTo={upTo} />
            <Suspense fallback={<div className={classes.chart} />}>
              <FigureChart series={told.byQuarter} />
            </Suspense>
            <FigureRows rows={told.rows} behind={told.figure.countriesBehind} />
          </div>
          <footer className={classes.foot}>
            <span>{t('figure.rowsOpen')}</span>
            <Button
              variant="subtle"
              leftSection={<IconDownload />}
              disabled={told.rows.length === 0}
              onClick={() => saveRows(activity, upTo, told.rows)}
            >
              {t('figure.saveRows')}
            </Button>
          </footer>
        </>
      )}
    </aside>
  );
}

/** The target beside the figure, and what remains. */
function Against(props: {
  readonly done: number | null;
  readonly target: number | null;
  readonly activity: string;
}) {
  const { t } = useTranslation('consolidation');
  const { done, target } = props;
  const line = activityOf(props.activity);
  const left = target === null ? null : Math.max(0, target - (done ?? 0));
  return (
    <div className={classes.against}>
      {done === null && <p>{t('figure.nothing')}</p>}
      {line !== null && <p>{t('figure.target', { target: targetTexts(line).join(' · ') })}</p>}
      {left !== null && (
        <p>
          {left === 0 ? t('figure.reached') : t('figure.left', { number: numberText(left), count: left })}
        </p>
      )}
    </div>
  );
}
