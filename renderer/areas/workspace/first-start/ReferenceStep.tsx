import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { labelIn } from '../../../../main/core/contract/programme/text';
import { shippedReferencePack } from '../../../../resources/programme';
import { useAnswer } from '../../../app/calls';
import { dayText, listText, quarterText } from '../../../app/formats';
import { currentLanguage } from '../../../app/i18n';
import { OpeningFrame } from '../OpeningFrame';
import { countries } from './draft';
import classes from './FirstStart.module.css';

interface ReferenceStepProps {
  readonly promise: string;
  readonly panel: ReactNode;
  onEnd(): void;
}

/** What the programme brings along: its logframe, its countries, its calendar. */
export function ReferenceStep(props: ReferenceStepProps) {
  const { t } = useTranslation(['workspace', 'common']);
  const language = currentLanguage();
  const state = useAnswer('workspace.state', {}).data;
  const isCommittee = state?.status === 'open' && state.role === 'committee';
  const { logframe, programme, calendar, lists } = shippedReferencePack;
  const activities = logframe.filter((line) => line.level === 'activity');
  const results = logframe.filter((line) => line.level === 'result');
  const quarter = state?.status === 'open' ? state.currentQuarter : null;
  const deadline = calendar.quarters.find((entry) => entry.quarter === quarter)?.deadline;
  return (
    <OpeningFrame
      promise={props.promise}
      panel={props.panel}
      title={t('firstStart.reference.title')}
      hint={t('firstStart.reference.hint')}
      foot={
        <>
          <span style={{ marginInlineStart: 'auto' }} />
          <Button
            size="lg"
            variant="filled"
            rightSection={<IconArrowRight className="directional" />}
            onClick={props.onEnd}
          >
            {isCommittee ? t('firstStart.reference.toRegister') : t('firstStart.reference.toWork')}
          </Button>
        </>
      }
    >
      <dl className={classes.facts}>
        <dt>{t('firstStart.reference.programme')}</dt>
        <dd>{labelIn(programme.name, language)}</dd>
        <dt>{t('firstStart.reference.countries', { count: countries.length })}</dt>
        <dd>{listText(countries.map((country) => labelIn(country.name, language)))}</dd>
        <dt>{t('firstStart.reference.activities', { count: activities.length })}</dt>
        <dd>
          <p>{t('firstStart.reference.results', { count: results.length })}</p>
          <ol>
            {activities.map((line) => (
              <li key={line.code}>
                <b className="figures">{line.code}</b> {labelIn(line.shortLabel, language)}
              </li>
            ))}
          </ol>
        </dd>
        <dt>{t('firstStart.reference.lists')}</dt>
        <dd>
          {t('firstStart.reference.listsText', {
            types: lists.organisationTypes.length,
            themes: lists.themes.length,
            regions: shippedReferencePack.regions.length,
          })}
        </dd>
        {quarter !== null && (
          <>
            <dt>{t('firstStart.reference.calendar')}</dt>
            <dd>
              {deadline === undefined
                ? quarterText(quarter)
                : t('firstStart.reference.deadline', {
                    quarter: quarterText(quarter),
                    day: dayText(deadline),
                  })}
            </dd>
          </>
        )}
      </dl>
    </OpeningFrame>
  );
}
