import { Select, Textarea } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Campaign } from '../../../../main/core/contract/members/cartography-operations';
import { call, useAnswer } from '../../../app/calls';
import { currentLanguage } from '../../../app/i18n';
import { useCanEdit, useWorkspace } from '../../../app/workspace';
import { ErrorLine, ErrorPanel } from '../../../components/ErrorPanel';
import { useKeptText } from '../../../components/fields/kept-text';
import { PaperPage } from '../../../components/paper/PaperPage';
import { RegionMap } from '../map/RegionMap';
import crumbs from '../organisations/Organisations.module.css';
import classes from './Cartography.module.css';

/** The restitution report: its two texts typed beside it, its figures from the register, ready for the workshop. */
export function RestitutionPage() {
  const { t } = useTranslation('cartography');
  const campaigns = useAnswer('cartography.campaigns', {}, { meanwhile: 'previous' });
  const [chosen, setChosen] = useState<string | null>(null);
  const figures = useFigures();
  const canEdit = useCanEdit();
  if (campaigns.error !== null) return <ErrorPanel error={campaigns.error} />;
  if (campaigns.data === undefined) return null;
  const current = campaigns.data.find(({ campaign }) => campaign.id === chosen) ?? campaigns.data[0];
  return (
    <PaperPage
      title={t('restitution')}
      request={{
        kind: 'restitution',
        campaign: current?.campaign.id ?? null,
        language: currentLanguage(),
      }}
      figures={figures}
      crumbs={
        <nav className={crumbs.crumbs} aria-label={t('title')}>
          <Link to="/cartography">{t('title')}</Link>
          <IconChevronRight className="icon-15 directional" />
        </nav>
      }
      options={
        current !== undefined && (
          <>
            {campaigns.data.length > 1 && (
              <Select
                aria-label={t('campaign.choose')}
                data={campaigns.data.map(({ campaign }) => ({
                  value: campaign.id,
                  label: String(campaign.values.title),
                }))}
                value={current.campaign.id}
                allowDeselect={false}
                onChange={setChosen}
              />
            )}
            {canEdit && <Texts key={current.campaign.id} campaign={current} />}
          </>
        )
      }
    />
  );
}

/** The map of the country, as its page draws it. */
function useFigures() {
  const { t } = useTranslation('members');
  const { country } = useWorkspace();
  const map = useAnswer('members.map', { country, measure: 'organisations', code: null });
  return map.data === undefined
    ? {}
    : { map: <RegionMap country={country} answer={map.data} label={t('map.byNumber')} /> };
}

function Texts(props: { readonly campaign: Campaign }) {
  return (
    <div className={classes.texts}>
      <Writing campaign={props.campaign} field="introduction" />
      <Writing campaign={props.campaign} field="conclusions" />
    </div>
  );
}

function Writing(props: { readonly campaign: Campaign; readonly field: 'introduction' | 'conclusions' }) {
  const { t } = useTranslation('cartography');
  const { field } = props;
  const { campaign } = props.campaign;
  const typed = useKeptText(String(campaign.values[field] ?? ''), (text, typing) =>
    call('cartography.saveText', { campaign: campaign.id, field, text, typing }),
  );
  return (
    <div>
      <Textarea
        label={t(`report.${field}`)}
        placeholder={t(`report.${field}Hint`)}
        description={typed.state === 'kept' && typed.text !== '' ? t('report.kept') : undefined}
        inputWrapperOrder={['label', 'input', 'description']}
        value={typed.text}
        dir={typed.text === '' ? undefined : 'auto'}
        minRows={2}
        maxRows={6}
        autosize
        maxLength={65_536}
        onChange={(event) => typed.change(event.currentTarget.value)}
        onFocus={typed.onFocus}
        onBlur={typed.onBlur}
      />
      <ErrorLine error={typed.error as Parameters<typeof ErrorLine>[0]['error']} />
    </div>
  );
}
