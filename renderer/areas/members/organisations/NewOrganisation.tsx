import { Button, Select, TextInput } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { organisationFields } from '../../../../main/core/contract/members/fields';
import { useCommand } from '../../../app/calls';
import { useSay } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { ErrorLine } from '../../../components/ErrorPanel';
import { Keys } from '../../../components/Keys';
import { PageHead } from '../../../components/PageHead';
import { useDraftForm } from '../draft-form';
import { LikePanel } from '../duplicates/LikePanel';
import classes from './Organisations.module.css';

const asked = ['name', 'nameArabic', 'acronym', 'type', 'region', 'status', 'phone'] as const;

/** The least a sheet needs; the rest is filled on the sheet itself, visit after visit. */
export function NewOrganisation() {
  const { t } = useTranslation(['members', 'common']);
  const navigate = useNavigate();
  const say = useSay();
  const { country } = useWorkspace();
  const create = useCommand('records.create');
  const form = useDraftForm(organisationFields, asked, country, { status: 'identified' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const values = form.read();
    if (values === null) return;
    create.mutate(
      { entity: 'organisations', values: { ...values, country } },
      {
        onSuccess: ({ id }) => {
          say(t('organisations.created', { name: String(values.name) }));
          void navigate(`/organisations/${id}`, { replace: true });
        },
      },
    );
  };
  return (
    <>
      <PageHead title={t('organisations.new')} hint={t('organisations.newHint')}>
        <Button leftSection={<IconKeyboard />} onClick={() => void navigate('/organisations/interview')}>
          {t('interview.title')}
        </Button>
      </PageHead>
      <div className={classes.createScroll} data-beside="yes">
        <form className={classes.create} onSubmit={submit}>
          <div className={classes.createGrid}>
            <TextInput {...form.text('name')} size="lg" data-wide autoFocus dir="auto" />
            <TextInput {...form.text('nameArabic')} size="lg" dir="rtl" lang="ar" />
            <TextInput {...form.text('acronym')} size="lg" />
            <Select {...form.choice('type')} size="lg" searchable />
            <Select {...form.choice('region')} size="lg" searchable />
            <Select {...form.choice('status')} size="lg" allowDeselect={false} />
            <TextInput {...form.text('phone')} size="lg" />
          </div>
          <ErrorLine error={create.error} />
          <div className={classes.formActions}>
            <Button type="submit" size="lg" variant="filled" loading={create.isPending}>
              {t('organisations.create')}
            </Button>
            <Keys keys={[t('common:keys.enter')]} />
            <Button size="lg" variant="subtle" color="gray" onClick={() => void navigate(-1)}>
              {t('common:cancel')}
            </Button>
          </div>
        </form>
        <LikePanel kind="organisations" values={form.typed} />
      </div>
    </>
  );
}
