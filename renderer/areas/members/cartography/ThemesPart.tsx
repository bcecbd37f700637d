import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type {
  CountryThemes,
  ThemeCandidate,
} from '../../../../main/core/contract/members/cartography-operations';
import { committeeFields } from '../../../../main/core/contract/members/fields';
import { call, useAnswer, useCommand } from '../../../app/calls';
import { numberText, percentText } from '../../../app/formats';
import { listLabel } from '../../../app/lists';
import { useSay } from '../../../app/status';
import { useCanEdit } from '../../../app/workspace';
import { ErrorLine, ErrorPanel } from '../../../components/ErrorPanel';
import { FieldRow } from '../../../components/fields/FieldRow';
import fieldClasses from '../../../components/fields/Fields.module.css';
import { StatusWord } from '../../../components/StatusWord';
import classes from './Cartography.module.css';

/** The themes as the cartography ranks them, and the two that the committee decides on, with its reason. */
export function ThemesPart() {
  const themes = useAnswer('cartography.themes', {}, { meanwhile: 'previous' });
  if (themes.error !== null) return <ErrorPanel error={themes.error} />;
  if (themes.data === undefined) return null;
  return (
    <div className={classes.themes}>
      <Ranking themes={themes.data} />
      <Decision themes={themes.data} />
    </div>
  );
}

function Ranking(props: { readonly themes: CountryThemes }) {
  const { t } = useTranslation('cartography');
  const { ranked, withoutThemes } = props.themes;
  const shares = ['presence', 'spread', 'need'] as const;
  return (
    <section className={classes.part} aria-labelledby="themes-ranked">
      <h2 id="themes-ranked">{t('themes.proposed')}</h2>
      <p className={classes.rule}>{t('themes.rule')}</p>
      {ranked.length === 0 ? (
        <p className="quiet">{t('themes.none')}</p>
      ) : (
        <table className={classes.table} aria-label={t('themes.proposed')}>
          <thead>
            <tr>
              <th scope="col">{t('themes.theme')}</th>
              {shares.map((share) => (
                <th key={share} scope="col">
                  {t(`themes.${share}`)}
                </th>
              ))}
              <th scope="col">{t('themes.score')}</th>
            </tr>
          </thead>
          <tbody>
            {ranked.map((candidate, index) => (
              <tr key={candidate.theme}>
                <th scope="row">
                  {listLabel('themes', candidate.theme)}
                  {index < 2 && <span className={classes.candidate}>{t('themes.candidate')}</span>}
                </th>
                {shares.map((share) => (
                  <td key={share} className="figures">
                    <Part share={candidate[share]} />
                  </td>
                ))}
                <td className="figures">{percentText(candidate.score)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {withoutThemes > 0 && <p className="quiet">{t('themes.missing', { count: withoutThemes })}</p>}
    </section>
  );
}

function Part(props: { readonly share: ThemeCandidate['presence'] }) {
  const { t } = useTranslation('cartography');
  return t('themes.of', { part: numberText(props.share.part), whole: numberText(props.share.whole) });
}

function Decision(props: { readonly themes: CountryThemes }) {
  const { t } = useTranslation('cartography');
  const { chosen, reason, ranked } = props.themes;
  const canEdit = useCanEdit();
  const say = useSay();
  const save = useCommand('members.saveCommittee');
  const candidates = ranked.slice(0, 2).map(({ theme }) => theme);
  const asProposed = chosen.length === 2 && candidates.every((theme) => chosen.includes(theme));
  const values = { priorityThemes: chosen, priorityThemesReason: reason };
  return (
    <section className={classes.part} aria-labelledby="themes-decided">
      <div className={classes.partHead}>
        <h2 id="themes-decided">{t('themes.decision')}</h2>
        {chosen.length === 0 ? (
          <StatusWord icon={IconCircleDashed} tone="quiet">
            {t('themes.undecided')}
          </StatusWord>
        ) : asProposed ? (
          <StatusWord icon={IconCheck} tone="ok">
            {t('themes.asProposed')}
          </StatusWord>
        ) : (
          reason === null && (
            <StatusWord icon={IconAlertTriangle} tone="warn">
              {t('themes.otherwise')}
            </StatusWord>
          )
        )}
        {canEdit && !asProposed && candidates.length === 2 && (
          <Button
            loading={save.isPending}
            onClick={() =>
              save.mutate(
                { values: { priorityThemes: candidates } },
                { onSuccess: () => say(t('themes.confirmed')) },
              )
            }
          >
            {t('themes.confirm')}
          </Button>
        )}
      </div>
      <ErrorLine error={save.error} />
      <div className={`${fieldClasses.fields} ${classes.decision}`}>
        {(['priorityThemes', 'priorityThemesReason'] as const).map((name) => {
          const field = committeeFields.fields.find((candidate) => candidate.name === name);
          return field === undefined ? null : (
            <FieldRow
              key={name}
              entity={committeeFields}
              field={field}
              value={values[name]}
              editable={canEdit ? 'editable' : 'read_only'}
              country={null}
              place="committee"
              onSave={async (value) => {
                await call('members.saveCommittee', {
                  values: { [name]: Array.isArray(value) ? [...value] : (value as string | null) },
                });
              }}
            />
          );
        })}
      </div>
    </section>
  );
}
