import { ActionIcon, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../../main/core/contract/members/cartography-operations';
import { surveyCampaignFields } from '../../../../main/core/contract/members/survey-fields';
import { call, useAnswer } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { useSay } from '../../../app/status';
import { useCanEdit, useWorkspace } from '../../../app/workspace';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { FieldRow } from '../../../components/fields/FieldRow';
import fieldClasses from '../../../components/fields/Fields.module.css';
import { useRecordWriter } from '../../../components/sheet/record-writer';
import classes from './Cartography.module.css';
import { ProgressTables } from './ProgressTables';

/** A campaign: what was planned, and how far the sheets say it is. */
export function SurveyPart(props: { readonly campaigns: readonly Campaign[] }) {
  const { t } = useTranslation('cartography');
  const [chosen, setChosen] = useState<string | null>(null);
  const current = props.campaigns.find(({ campaign }) => campaign.id === chosen) ?? props.campaigns[0];
  if (current === undefined) {
    return <EmptyState title={t('campaign.beginTitle')} text={t('campaign.beginText')} />;
  }
  return (
    <div className={classes.survey}>
      {props.campaigns.length > 1 && (
        <div className={classes.choices}>
          <Select
            aria-label={t('campaign.choose')}
            data={props.campaigns.map(({ campaign }) => ({
              value: campaign.id,
              label: String(campaign.values.title),
            }))}
            value={current.campaign.id}
            allowDeselect={false}
            onChange={setChosen}
          />
        </div>
      )}
      <Plan key={current.campaign.id} campaign={current} />
      <CampaignProgress campaign={current} />
    </div>
  );
}

function Plan(props: { readonly campaign: Campaign }) {
  const { t } = useTranslation('cartography');
  const { campaign } = props.campaign;
  const { country } = useWorkspace();
  const canEdit = useCanEdit();
  const say = useSay();
  const write = useRecordWriter('surveyCampaigns', campaign.id, campaign.revision);
  const title = String(campaign.values.title);
  const trash = () => {
    call('records.trash', { entity: 'surveyCampaigns', ids: [campaign.id] }).then(
      () => say(t('campaign.trashed', { title })),
      (error: unknown) => say(wordError(error).sentence),
    );
  };
  return (
    <section className={classes.part} aria-labelledby="campaign-plan">
      <div className={classes.partHead}>
        <h2 id="campaign-plan">{t('campaign.plan')}</h2>
        {canEdit && (
          <ActionIcon aria-label={t('campaign.trash')} title={t('campaign.trash')} onClick={trash}>
            <IconTrash />
          </ActionIcon>
        )}
      </div>
      <div className={fieldClasses.fields}>
        {surveyCampaignFields.fields
          .filter((field) => field.section === 'campaign')
          .map((field) => (
            <FieldRow
              key={field.name}
              entity={surveyCampaignFields}
              field={field}
              value={campaign.values[field.name] ?? null}
              editable={canEdit ? 'editable' : 'read_only'}
              country={country}
              place={`surveyCampaigns:${campaign.id}`}
              lockShown="section"
              onSave={(value) => write({ [field.name]: value })}
            />
          ))}
      </div>
    </section>
  );
}

function CampaignProgress(props: { readonly campaign: Campaign }) {
  const { id } = props.campaign.campaign;
  const progress = useAnswer('cartography.progress', { campaign: id }, { meanwhile: 'previous' });
  if (progress.error !== null) return <ErrorPanel error={progress.error} />;
  if (progress.data === undefined) return null;
  return <ProgressTables campaign={id} progress={progress.data} />;
}
