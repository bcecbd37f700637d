import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconAlertTriangle, IconBuildingCommunity, IconPlus, IconUserPlus } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { personFields } from '../../../../main/core/contract/members/fields';
import { useAnswer } from '../../../app/calls';
import { numberText } from '../../../app/formats';
import { holdKeys } from '../../../app/held-keys';
import { usePagePrint } from '../../../app/printing';
import { useCanEdit, useWorkspace } from '../../../app/workspace';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { useLabels } from '../../../components/fields/LabelsField';
import type { ListTools } from '../../../components/list/arranged-list';
import { filterOfField } from '../../../components/list/filters';
import { RecordList } from '../../../components/list/RecordList';
import type { ListRegister } from '../../../components/list/register';
import type { ListSelection } from '../../../components/list/selection';
import type { ListView } from '../../../components/list/ViewTabs';
import { PageHead } from '../../../components/PageHead';

import { PrintMenu } from '../../../components/print/PrintMenu';

import { DuplicatesButton } from '../duplicates/DuplicatesButton';

import classes from '../organisations/Organisations.module.css';
import { usePrintList } from '../print-list';
import { SelectionActions } from '../SelectionActions';
import { personColumns } from './columns';
import { NotesToReview } from './NotesNaming';

/** The contact persons of the register, or what begins the list. */
export function Persons() {
  const { t } = useTranslation('members');
  const counts = useAnswer('members.counts', {});
  if (counts.error !== null) return <ErrorPanel error={counts.error} />;
  if (counts.data === undefined) return <PageHead title={t('persons.title')} />;
  if (counts.data.persons === 0 && counts.data.trashedPersons === 0) return <NoPerson />;
  return <PersonList />;
}

function NoPerson() {
  const { t } = useTranslation('members');
  const navigate = useNavigate();
  const { role } = useWorkspace();
  const canEdit = useCanEdit();
  return (
    <>
      <PageHead title={t('persons.title')} />
      {canEdit && <NotesToReview />}
      <EmptyState
        title={t('persons.emptyTitle')}
        text={role === 'committee' ? t('persons.emptyText') : t('persons.emptyRegion')}
        {...(canEdit
          ? {
              beginnings: [
                {
                  icon: IconBuildingCommunity,
                  title: t('persons.fromSheet'),
                  text: t('persons.fromSheetText'),
                  action: (
                    <Button variant="filled" onClick={() => void navigate('/organisations')}>
                      {t('persons.toOrganisations')}
                    </Button>
                  ),
                },
                {
                  icon: IconUserPlus,
                  title: t('persons.alone'),
                  text: t('persons.aloneText'),
                  action: <Button onClick={() => void navigate('/persons/new')}>{t('persons.new')}</Button>,
                },
              ],
            }
          : {})}
      />
    </>
  );
}

function PersonList() {
  const { t } = useTranslation(['members', 'common']);
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const canEdit = useCanEdit();
  const tools = useRef<ListTools | null>(null);
  const views = useViews();
  const columns = useMemo(() => personColumns(t, workspace.role), [t, workspace.role]);
  const create = () => {
    if (!canEdit) return;
    holdKeys();
    void navigate('/persons/new');
  };
  useHotkeys([['mod+N', create]], []);
  const labels = useLabels();
  const filterFields = useMemo(
    () => groupFields.map((name) => filterOfField(personFields, name, null, labels)),
    [labels],
  );
  const printList = usePrintList({
    operation: 'members.persons',
    register,
    columns,
    title: t('persons.title'),
    filterFields,
  });
  const print = (outcome: 'print' | 'pdf') => tools.current !== null && printList(tools.current, outcome);
  usePagePrint(() => print('print'));
  return (
    <>
      <PageHead title={t('persons.title')}>
        <DuplicatesButton kind="persons" />
        <PrintMenu onChoose={print} />
        {canEdit && (
          <Button variant="filled" leftSection={<IconPlus />} onClick={() => void navigate('/persons/new')}>
            {t('persons.new')}
          </Button>
        )}
      </PageHead>
      {canEdit && <NotesToReview />}
      <RecordList
        name="persons"
        label={t('persons.title')}
        operation="members.persons"
        register={register}
        columns={columns}
        views={views}
        filterFields={filterFields}
        firstSort={{ field: 'fullName', direction: 'ascending' }}
        onOpen={(row) => void navigate(`/persons/${row.id}`)}
        {...(canEdit
          ? {
              selectionActions: (selection: ListSelection, uncheck: () => void, view: string) => (
                <SelectionActions list="persons" selection={selection} view={view} onDone={uncheck} />
              ),
            }
          : {})}
        summary={(shown) => <Summary total={shown.total} />}
        onTools={(shown) => {
          tools.current = shown;
        }}
      />
    </>
  );
}

/** What the list is filtered and grouped by. */
const groupFields = ['sex', 'ageBand', 'language', 'preferredContact', 'labels'] as const;
const register: ListRegister = {
  list: 'persons',
  description: personFields,
  groupFields,
  datedFields: [],
};

function useViews(): readonly ListView[] {
  const { t } = useTranslation('members');
  const { role } = useWorkspace();
  const counts = useAnswer('members.counts', {}).data;
  return useMemo(() => {
    const all: ListView = { key: 'all', label: t('persons.all'), count: counts?.persons };
    if (role !== 'committee') return [all];
    return [
      all,
      { key: 'trash', label: t('organisations.views.trash'), count: counts?.trashedPersons, trashed: 'only' },
    ];
  }, [t, counts, role]);
}

function Summary(props: { readonly total: number }) {
  const { t } = useTranslation('members');
  const { role } = useWorkspace();
  const counts = useAnswer('members.counts', {}).data;
  const without = counts?.withoutRegionConsent ?? 0;
  return (
    <>
      <span>{t('persons.found', { count: props.total, number: numberText(props.total) })}</span>
      {role === 'committee' && without > 0 && (
        <span className={classes.warn}>
          <IconAlertTriangle className="icon-15" />{' '}
          {t('persons.withoutConsent', { count: without, number: numberText(without) })}
        </span>
      )}
    </>
  );
}
