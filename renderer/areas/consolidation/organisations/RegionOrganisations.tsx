import { SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, Output } from '../../../../main/core/contract/operations';
import { useAnswer } from '../../../app/calls';
import { numberText, quarterText } from '../../../app/formats';
import { useQuarter } from '../../../app/quarter';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { PageHead } from '../../../components/PageHead';
import { behindText, countryNames, groupsBehind } from '../countries';
import { OrganisationGroups } from './OrganisationGroups';
import classes from './RegionOrganisations.module.css';

export type Dimension = Input<'consolidation.organisations'>['by'];

const dimensions: readonly Dimension[] = ['country', 'type', 'theme', 'region', 'status'];

/** The organisations of the accepted reports, counted one way or another; a group opens them in the register. */
export function RegionOrganisations() {
  const { t } = useTranslation('consolidation');
  const { quarter } = useQuarter();
  const [by, setBy] = useState<Dimension>('country');
  const answer = useAnswer('consolidation.organisations', { by, upTo: quarter }, { meanwhile: 'previous' });
  if (answer.error !== null) return <ErrorPanel error={answer.error} />;
  return (
    <>
      <PageHead
        title={t('organisations.title')}
        hint={t('organisations.readTo', { quarter: quarterText(quarter) })}
      />
      <div className={classes.tools}>
        <SegmentedControl
          size="xs"
          aria-label={t('organisations.by')}
          value={by}
          onChange={(value) => setBy(value as Dimension)}
          data={dimensions.map((value) => ({ value, label: t(`dimensions.${value}`) }))}
        />
      </div>
      <div className={classes.page}>
        {answer.data !== undefined && (
          <>
            <Total told={answer.data} upTo={quarter} />
            <p className={classes.hint}>
              {t('organisations.countedOnce')} {by === 'theme' && `${t('organisations.severalThemes')} `}
              {t('organisations.opensRegister')}
            </p>
            <OrganisationGroups by={by} groups={answer.data.groups} total={answer.data.total} />
          </>
        )}
      </div>
    </>
  );
}

function Total(props: { readonly told: Output<'consolidation.organisations'>; readonly upTo: string }) {
  const { t } = useTranslation('consolidation');
  const { total, countriesIn, countriesBehind } = props.told;
  return (
    <div className={classes.total}>
      <p className={classes.sum}>
        <strong className="figures">{numberText(total)}</strong> {t('organisations.total', { count: total })}
      </p>
      <ul className={classes.facts}>
        <li>
          <IconCircleCheck className={`${countriesIn.length > 0 ? classes.ok : ''} icon-15`} />{' '}
          <span>
            {t('figure.countriesIn', { count: countriesIn.length, quarter: quarterText(props.upTo) })}{' '}
            <span className="quiet">{countryNames(countriesIn)}</span>
          </span>
        </li>
        {groupsBehind(countriesBehind).map((group) => (
          <li key={group.upTo} data-tone="warn">
            <IconAlertTriangle className="icon-15" /> <span>{behindText(group)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
