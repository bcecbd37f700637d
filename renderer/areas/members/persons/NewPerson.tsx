import { Button, Select, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { personFields } from '../../../../main/core/contract/members/fields';
import { useCommand } from '../../../app/calls';
import { useSay } from '../../../app/status';
import { ErrorLine } from '../../../components/ErrorPanel';
import { Keys } from '../../../components/Keys';
import { PageHead } from '../../../components/PageHead';
import { useDraftForm } from '../draft-form';
import { LikePanel } from '../duplicates/LikePanel';
import classes from '../organisations/Organisations.module.css';

const asked = ['fullName', 'nameArabic', 'civility', 'sex', 'ageBand', 'phone'] as const;

/** A person by the least one must know; consents and functions are added on the sheet. */
export function NewPerson() {
  const { t } = useTranslation(['members', 'common']);
  const navigate = useNavigate();
  const say = useSay();
  const create = useCommand('records.create');
  const form = useDraftForm(personFields, asked, null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const values = form.read();
    if (values === null) return;
    create.mutate(
      { entity: 'persons', values },
      {
        onSuccess: ({ id }) => {
          say(t('persons.created', { name: String(values.fullName) }));
          void navigate(`/persons/${id}`, { replace: true });
        },
      },
    );
  };
  return (
    <>
      <PageHead title={t('persons.new')} hint={t('persons.newHint')} />
      <div className={classes.createScroll} data-beside="yes">
        <form className={classes.create} onSubmit={submit}>
          <div className={classes.createGrid}>
            <TextInput {...form.text('fullName')} size="lg" data-wide autoFocus dir="auto" />
            <TextInput {...form.text('nameArabic')} size="lg" dir="rtl" lang="ar" />
            <Select {...form.choice('civility')} size="lg" />
            <Select {...form.choice('sex')} size="lg" />
            <Select {...form.choice('ageBand')} size="lg" />
            <TextInput {...form.text('phone')} size="lg" />
          </div>
          <ErrorLine error={create.error} />
          <div className={classes.formActions}>
            <Button type="submit" size="lg" variant="filled" loading={create.isPending}>
              {t('persons.create')}
            </Button>
            <Keys keys={[t('common:keys.enter')]} />
            <Button size="lg" variant="subtle" color="gray" onClick={() => void navigate(-1)}>
              {t('common:cancel')}
            </Button>
          </div>
        </form>
        <LikePanel kind="persons" values={form.typed} />
      </div>
    </>
  );
}
