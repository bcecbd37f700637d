import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FieldValue } from '../../../main/core/contract/fields';
import { useCommand } from '../../app/calls';
import { useSay } from '../../app/status';
import { ResumedForm } from '../../components/drafts/Resumed';
import type { Draft } from '../../components/drafts/use-draft';
import { ErrorLine } from '../../components/ErrorPanel';
import { Keys } from '../../components/Keys';
import { LikePanel } from './duplicates/LikePanel';
import classes from './organisations/Organisations.module.css';

type Values = Record<string, FieldValue>;

interface NewRecordFormProps {
  readonly entity: 'organisations' | 'persons';
  readonly draft: Draft;
  /** What is typed so far, for the panel of likely doubles beside the form. */
  readonly typed: Parameters<typeof LikePanel>[0]['values'];
  /** The values to create; null when something typed is refused, which its field says. */
  read(): Values | null;
  nameOf(values: Values): string;
  readonly children: ReactNode;
}

/** The form of a new record: its first fields, likely doubles beside them; once created its sheet opens. */
export function NewRecordForm(props: NewRecordFormProps) {
  const { entity } = props;
  const { t } = useTranslation(['members', 'common']);
  const navigate = useNavigate();
  const say = useSay();
  const create = useCommand('records.create');
  const submit = () => {
    const values = props.read();
    if (values === null) return;
    create.mutate(
      { entity, values },
      {
        onSuccess: ({ id }) => {
          props.draft.drop();
          say(t(`${entity}.created`, { name: props.nameOf(values) }));
          void navigate(`/${entity}/${id}`, { replace: true });
        },
      },
    );
  };
  const giveUp = () => {
    props.draft.drop();
    void navigate(-1);
  };
  return (
    <div className={classes.createScroll} data-beside="yes">
      <form
        className={classes.create}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ResumedForm draft={props.draft} />
        <div className={classes.createGrid}>{props.children}</div>
        <ErrorLine error={create.error} />
        <div className={classes.formActions}>
          <Button type="submit" size="lg" variant="filled" loading={create.isPending}>
            {t(`${entity}.create`)}
          </Button>
          <Keys keys={[t('common:keys.enter')]} />
          <Button size="lg" variant="subtle" color="gray" onClick={giveUp}>
            {t('common:cancel')}
          </Button>
        </div>
      </form>
      <LikePanel kind={entity} values={props.typed} />
    </div>
  );
}
