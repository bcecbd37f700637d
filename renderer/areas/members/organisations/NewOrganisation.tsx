import { Button, Select, TextInput } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { organisationFields } from '../../../../main/core/contract/members/fields';
import { useWorkspace } from '../../../app/workspace';
import { SearchSelect } from '../../../components/choice/SearchSelect';
import { PageHead } from '../../../components/PageHead';
import { useDraftForm } from '../draft-form';
import { NewRecordForm } from '../NewRecordForm';

const asked = ['name', 'nameArabic', 'acronym', 'type', 'region', 'status', 'phone'] as const;

/** The least a sheet needs; the rest is filled on the sheet itself, visit after visit. */
export function NewOrganisation() {
  const { t } = useTranslation('members');
  const navigate = useNavigate();
  const { country } = useWorkspace();
  const form = useDraftForm('new:organisations', organisationFields, asked, country, {
    status: 'identified',
  });
  const read = () => {
    const values = form.read();
    return values === null ? null : { ...values, country };
  };
  return (
    <>
      <PageHead title={t('organisations.new')} hint={t('organisations.newHint')}>
        <Button leftSection={<IconKeyboard />} onClick={() => void navigate('/organisations/interview')}>
          {t('interview.title')}
        </Button>
      </PageHead>
      <NewRecordForm
        entity="organisations"
        draft={form.draft}
        typed={form.typed}
        read={read}
        nameOf={(values) => String(values.name)}
      >
        <TextInput {...form.text('name')} size="lg" data-wide autoFocus dir="auto" />
        <TextInput {...form.text('nameArabic')} size="lg" dir="rtl" lang="ar" />
        <TextInput {...form.text('acronym')} size="lg" />
        <SearchSelect {...form.choice('type')} size="lg" />
        <SearchSelect {...form.choice('region')} size="lg" />
        <Select {...form.choice('status')} size="lg" allowDeselect={false} />
        <TextInput {...form.text('phone')} size="lg" />
      </NewRecordForm>
    </>
  );
}
