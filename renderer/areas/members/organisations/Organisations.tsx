import { Button, Menu } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconAlertTriangle, IconClipboardText, IconPlus, IconTableImport } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { organisationFields } from '../../../../main/core/contract/members/fields';
import type { WorkspaceRole } from '../../../../main/core/contract/values';
import { useAnswer } from '../../../app/calls';
import { numberText } from '../../../app/formats';
import { holdKeys } from '../../../app/held-keys';
import { usePagePrint } from '../../../app/printing';
import { importRoute } from '../../../app/spreadsheet-opening';
import { useCanEdit, useWorkspace } from '../../../app/workspace';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { useLabels } from '../../../components/fields/LabelsField';
import type { ListTools } from '../../../components/list/arranged-list';
import { filterOfField, filterOfFigure } from '../../../components/list/filters';
import { RecordList } from '../../../components/list/RecordList';
import type { ListRegister } from '../../../components/list/register';
import type { ListSelection } from '../../../components/list/selection';
import type { ListView } from '../../../components/list/ViewTabs';
import { PageHead } from '../../../components/PageHead';

import { PrintMenu } from '../../../components/print/PrintMenu';

import { DuplicatesButton } from '../duplicates/DuplicatesButton';

import { usePrintList } from '../print-list';
import { SelectionActions } from '../SelectionActions';
import { organisationColumns } from './columns';
import { DocumentsMenu } from './DocumentsMenu';
import { ExportItems } from './ExportItems';
import { NoOrganisation } from './NoOrganisation';
import classes from './Organisations.module.css';

/** The register of organisations, or what begins it when it is empty. */
export function Organisations() {
  const counts = useAnswer('members.counts', {});
  const { t } = useTranslation('members');
  if (counts.error !== null) return <ErrorPanel error={counts.error} />;
  if (counts.data === undefined) return <PageHead title={t('organisations.title')} />;
  if (counts.data.organisations === 0 && counts.data.trashedOrganisations === 0) return <NoOrganisation />;
  return <Register />;
}

function Register() {
  const { t } = useTranslation(['members', 'common', 'spreadsheets', 'documents']);
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const canEdit = useCanEdit();
  const tools = useRef<ListTools | null>(null);
  const views = useViews();
  const columns = useMemo(() => organisationColumns(t, workspace.role), [t, workspace.role]);
  const create = () => {
    if (!canEdit) return;
    holdKeys();
    void navigate('/organisations/new');
  };
  useHotkeys([['mod+N', create]], []);
  const labels = useLabels();
  const filterFields = useMemo(
    () =>
      [...groupFields(workspace.role), 'publicationConsent']
        .map((name) => filterOfField(organisationFields, name, workspace.country, labels))
        .concat(filterOfFigure()),
    [workspace.role, workspace.country, labels],
  );
  const register = useMemo<ListRegister>(
    () => ({
      list: 'organisations',
      description: organisationFields,
      groupFields: groupFields(workspace.role),
      datedFields: ['status'],
    }),
    [workspace.role],
  );
  const printList = usePrintList({
    operation: 'members.list',
    register,
    columns,
    title: t('organisations.title'),
    filterFields,
  });
  const print = (outcome: 'print' | 'pdf') => tools.current !== null && printList(tools.current, outcome);
  usePagePrint(() => print('print'));
  return (
    <>
      <PageHead title={t('organisations.title')}>
        <DuplicatesButton kind="organisations" />
        <DocumentsMenu place="head" selection={() => tools.current?.scope ?? null} />
        <PrintMenu onChoose={print}>
          <Menu.Item
            leftSection={<IconClipboardText />}
            onClick={() => void navigate('/organisations/interview/paper')}
          >
            {t('documents:interview.blankAction')}
          </Menu.Item>
          <ExportItems tools={() => tools.current} />
        </PrintMenu>
        {canEdit && (
          <Button
            data-folds
            title={t('spreadsheets:importAction')}
            leftSection={<IconTableImport />}
            onClick={() => void navigate(importRoute)}
          >
            {t('spreadsheets:importAction')}
          </Button>
        )}
        {canEdit && (
          <Button
            variant="filled"
            leftSection={<IconPlus />}
            onClick={() => void navigate('/organisations/new')}
          >
            {t('organisations.new')}
          </Button>
        )}
      </PageHead>
      <RecordList
        name="organisations"
        label={t('organisations.title')}
        operation="members.list"
        register={register}
        columns={columns}
        views={views}
        filterFields={filterFields}
        firstSort={{ field: 'acronym', direction: 'ascending' }}
        onOpen={(row) => void navigate(`/organisations/${row.id}`)}
        {...(canEdit
          ? {
              selectionActions: (selection: ListSelection, uncheck: () => void, view: string) => (
                <>
                  {view !== 'trash' && <DocumentsMenu place="bar" selection={() => selection} />}
                  <SelectionActions list="organisations" selection={selection} view={view} onDone={uncheck} />
                </>
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
function groupFields(role: WorkspaceRole): readonly string[] {
  const own = ['themes', 'type', 'status', 'region', 'scale', 'budgetBracket', 'labels'];
  return role === 'coordination' ? [...own.filter((name) => name !== 'labels'), 'country'] : own;
}

function useViews(): readonly ListView[] {
  const { t } = useTranslation('members');
  const { role } = useWorkspace();
  const counts = useAnswer('members.counts', {}).data;
  return useMemo(() => {
    const views: ListView[] = [
      { key: 'all', label: t('organisations.views.all'), count: counts?.organisations },
      {
        key: 'members',
        label: t('organisations.views.members'),
        count: counts?.committeeMembers,
        filters: [{ field: 'status', rule: 'any_of', values: ['member'] }],
      },
      {
        key: 'notVerified',
        label: t('organisations.views.notVerified'),
        count: counts?.notVerified,
        filters: [{ field: 'verifiedOn', rule: 'before', values: ['-P12M'] }],
      },
      {
        key: 'incomplete',
        label: t('organisations.views.incomplete'),
        count: counts?.incomplete,
        filters: [{ field: 'completeness', rule: 'before', values: ['100'] }],
      },
    ];
    if (role === 'committee') {
      views.push({
        key: 'trash',
        label: t('organisations.views.trash'),
        count: counts?.trashedOrganisations,
        trashed: 'only',
      });
    }
    return views;
  }, [t, counts, role]);
}

function Summary(props: { readonly total: number }) {
  const { t } = useTranslation('members');
  const counts = useAnswer('members.counts', {}).data;
  return (
    <>
      <span>{t('organisations.found', { count: props.total, number: numberText(props.total) })}</span>
      {counts !== undefined && (
        <span>
          {t('organisations.seated', {
            count: counts.committeeMembers,
            number: numberText(counts.committeeMembers),
          })}
        </span>
      )}
      {counts !== undefined && counts.notVerified > 0 && (
        <span className={classes.warn}>
          <IconAlertTriangle className="icon-15" />{' '}
          {t('organisations.notVerified', {
            count: counts.notVerified,
            number: numberText(counts.notVerified),
          })}
        </span>
      )}
    </>
  );
}
