import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { personFields } from '../../../../main/core/contract/members/fields';
import { PageHead } from '../../../components/PageHead';
import { useDraftForm } from '../draft-form';
import { NewRecordForm } from '../NewRecordForm';

const asked = ['fullName', 'nameArabic', 'civility', 'sex', 'ageBand', 'phone'] as const;

/** A person by the least one must know; consents and functions are added on the sheet. */
export function NewPerson() {
  const { t } = useTranslation('members');
  const form = useDraftForm('new:persons', personFields, asked, null);
  return (
    <>
      <PageHead title={t('persons.new')} hint={t('persons.newHint')} />
      <NewRecordForm
        entity="persons"
        draft={form.draft}
        typed={form.typed}
        read={form.read}
        nameOf={(values) => String(values.fullName)}
      >
        <TextInput {...form.text('fullName')} size="lg" data-wide autoFocus dir="auto" />
        <TextInput {...form.text('nameArabic')} size="lg" dir="rtl" lang="ar" />
        <Select {...form.choice('civility')} size="lg" />
        <Select {...form.choice('sex')} size="lg" />
        <Select {...form.choice('ageBand')} size="lg" />
        <TextInput {...form.text('phone')} size="lg" />
      </NewRecordForm>
    </>
  );
}
