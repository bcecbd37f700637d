import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { surveyCampaignFields } from '../../../../main/core/contract/members/survey-fields';
import { useCommand } from '../../../app/calls';
import { dayText } from '../../../app/formats';
import { useWorkspace } from '../../../app/workspace';
import { ResumedForm } from '../../../components/drafts/Resumed';
import { ErrorLine } from '../../../components/ErrorPanel';
import { useDraftForm } from '../draft-form';
import inline from '../organisations/Organisations.module.css';

/** A survey begins with its title and its first day; the rest is typed in place. */
export function NewCampaign(props: { onClose(): void }) {
  const { t } = useTranslation(['cartography', 'common']);
  const { today, country } = useWorkspace();
  const form = useDraftForm(
    'new:surveyCampaigns',
    surveyCampaignFields,
    ['title', 'startsOn', 'endsOn'],
    country,
    {
      startsOn: dayText(today),
    },
  );
  const create = useCommand('records.create');
  const close = () => {
    form.draft.drop();
    props.onClose();
  };
  return (
    <form
      className={inline.inline}
      aria-label={t('campaign.new')}
      onSubmit={(event) => {
        event.preventDefault();
        const values = form.read();
        if (values === null) return;
        create.mutate({ entity: 'surveyCampaigns', values }, { onSuccess: close });
      }}
    >
      <ResumedForm draft={form.draft} />
      <TextInput {...form.text('title')} data-autofocus autoFocus maxLength={300} />
      <TextInput {...form.text('startsOn')} />
      <TextInput {...form.text('endsOn')} />
      <Button type="submit" variant="filled" loading={create.isPending}>
        {t('campaign.create')}
      </Button>
      <Button onClick={close}>{t('common:cancel')}</Button>
      <ErrorLine error={create.error} />
    </form>
  );
}
