import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Progress, Standing } from '../../../../main/core/contract/members/cartography-operations';
import { surveyTargetFields } from '../../../../main/core/contract/members/survey-fields';
import { call } from '../../../app/calls';
import { dayText, numberText } from '../../../app/formats';
import { listLabel } from '../../../app/lists';
import { useCanEdit } from '../../../app/workspace';
import { FieldEditor } from '../../../components/fields/FieldEditor';
import { Meter } from '../../../components/Meter';
import classes from './Cartography.module.css';
import { CountButton } from './CountButton';
import { useOpenFigure } from './open-sheets';

interface TablesProps {
  readonly campaign: string;
  readonly progress: Progress;
}

const target = surveyTargetFields.fields.find((field) => field.name === 'target');

/** How far a campaign is: whole, by region, by surveyor, by week; every number opens its sheets. */
export function ProgressTables(props: TablesProps) {
  const { t } = useTranslation('cartography');
  const { from, to } = props.progress;
  return (
    <section className={classes.part} aria-labelledby="campaign-progress">
      <div className={classes.partHead}>
        <h2 id="campaign-progress">{t('progress.title')}</h2>
        <span className="quiet">{t('progress.until', { from: dayText(from), to: dayText(to) })}</span>
      </div>
      <Standings {...props} />
      <div className={classes.tables}>
        <Regions {...props} />
        <div>
          <Surveyors {...props} />
          <Weeks {...props} />
        </div>
      </div>
    </section>
  );
}

const shownStandings = ['surveyed', 'contacted', 'identified', 'other', 'elsewhere', 'undated'] as const;

function Standings(props: TablesProps) {
  const { t } = useTranslation('cartography');
  const { progress } = props;
  const open = useOpenFigure(props.campaign);
  const shown = shownStandings.filter(
    (standing) => standing === 'surveyed' || (progress.standings[standing] ?? 0) > 0,
  );
  return (
    <dl className={classes.figures}>
      {shown.map((standing) => (
        <div key={standing} title={standing === 'undated' ? t('progress.undatedHint') : undefined}>
          <dt>{t(`progress.${standing}`)}</dt>
          <dd>
            <CountButton
              count={progress.standings[standing] ?? 0}
              what={t(`progress.${standing}`)}
              onOpen={() => open({ standings: [standing] })}
            />
            {standing === 'surveyed' && progress.target !== null && (
              <span className="quiet figures"> / {numberText(progress.target)}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Regions(props: TablesProps) {
  const { t } = useTranslation('cartography');
  const { progress } = props;
  const columns = ['contacted', 'identified'] as const;
  return (
    <table className={classes.table} aria-label={t('progress.byRegion')}>
      <caption>{t('progress.byRegion')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('progress.region')}</th>
          <th scope="col" className={classes.target}>
            {t('progress.target')}
          </th>
          <th scope="col">{t('progress.surveyed')}</th>
          <th scope="col" className={classes.share}>
            {t('progress.share')}
          </th>
          {columns.map((standing) => (
            <th key={standing} scope="col">
              {t(`progress.${standing}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {progress.regions.map((region) => (
          <RegionRow key={region.region ?? ''} {...props} line={region} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('progress.total')}</th>
          <td className={`${classes.target} figures`}>
            {progress.target === null ? '—' : numberText(progress.target)}
          </td>
          <td className="figures">{numberText(progress.standings.surveyed ?? 0)}</td>
          <td className={classes.share}>
            <Share surveyed={progress.standings.surveyed ?? 0} target={progress.target} />
          </td>
          {columns.map((standing) => (
            <td key={standing} className="figures">
              {numberText(progress.standings[standing] ?? 0)}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function RegionRow(props: TablesProps & { readonly line: Progress['regions'][number] }) {
  const { t } = useTranslation('cartography');
  const canEdit = useCanEdit();
  const open = useOpenFigure(props.campaign);
  const { region, standings, target: typed } = props.line;
  const name = region === null ? t('progress.noRegion') : listLabel('regions', region);
  const targetId = `target-${props.campaign}-${region}`;
  const count = (standing: Standing) => (
    <CountButton
      count={standings[standing] ?? 0}
      what={`${t(`progress.${standing}`)}, ${name}`}
      onOpen={() => open({ standings: [standing], region })}
    />
  );
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td className={classes.target}>
        <VisuallyHidden>
          <label htmlFor={targetId}>{t('progress.targetOf', { region: name })}</label>
        </VisuallyHidden>
        {region !== null && target !== undefined && (
          <FieldEditor
            id={targetId}
            field={target}
            label={t('progress.targetOf', { region: name })}
            value={typed}
            editable={canEdit ? 'editable' : 'read_only'}
            country={null}
            draft={{ place: `surveyTargets:${props.campaign}`, key: region }}
            onSave={async (value) => {
              await call('cartography.saveTarget', {
                campaign: props.campaign,
                region,
                target: typeof value === 'number' ? value : null,
              });
            }}
          />
        )}
      </td>
      <td>{count('surveyed')}</td>
      <td className={classes.share}>
        <Share surveyed={standings.surveyed ?? 0} target={typed} />
      </td>
      <td>{count('contacted')}</td>
      <td>{count('identified')}</td>
    </tr>
  );
}

function Share(props: { readonly surveyed: number; readonly target: number | null }) {
  if (props.target === null || props.target === 0) return <span className="quiet">—</span>;
  return <Meter percent={Math.min(100, Math.floor((props.surveyed * 100) / props.target))} />;
}

function Surveyors(props: TablesProps) {
  const { t } = useTranslation('cartography');
  const open = useOpenFigure(props.campaign);
  const { surveyors } = props.progress;
  if (surveyors.length === 0) return <p className="quiet">{t('progress.none')}</p>;
  return (
    <table className={classes.table} aria-label={t('progress.bySurveyor')}>
      <caption>{t('progress.bySurveyor')}</caption>
      <tbody>
        {surveyors.map(({ surveyor, surveyed }) => (
          <tr key={surveyor ?? ''}>
            <th scope="row">
              {surveyor === null ? (
                <span className="quiet">{t('progress.noSurveyor')}</span>
              ) : (
                <bdi>{surveyor}</bdi>
              )}
            </th>
            <td>
              <CountButton
                count={surveyed}
                what={surveyor ?? t('progress.noSurveyor')}
                onOpen={() => open({ standings: ['surveyed'], surveyor })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Weeks(props: TablesProps) {
  const { t } = useTranslation('cartography');
  const open = useOpenFigure(props.campaign);
  const { weeks } = props.progress;
  const most = Math.max(1, ...weeks.map(({ surveyed }) => surveyed));
  return (
    <table className={classes.table} aria-label={t('progress.byWeek')}>
      <caption>{t('progress.byWeek')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('progress.week')}</th>
          <td aria-hidden="true" />
          <th scope="col">{t('progress.surveyed')}</th>
          <th scope="col">{t('progress.cumulative')}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ monday, surveyed, cumulative }) => (
          <tr key={monday}>
            <th scope="row" className="figures">
              {dayText(monday)}
            </th>
            <td aria-hidden="true" className={classes.weekBar}>
              <span style={{ inlineSize: `${(surveyed * 100) / most}%` }} />
            </td>
            <td>
              <CountButton
                count={surveyed}
                what={dayText(monday)}
                onOpen={() => open({ standings: ['surveyed'], week: monday })}
              />
            </td>
            <td className="figures">{numberText(cumulative)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
