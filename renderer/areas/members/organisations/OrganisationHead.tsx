import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconFileText, IconPrinter, IconTrash, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OrganisationSheet } from '../../../../main/core/contract/members/operations';
import { call } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { usePagePrint } from '../../../app/printing';
import { useSay } from '../../../app/status';
import { useCanEdit, useWorkspace } from '../../../app/workspace';
import { Crumbs } from '../Crumbs';
import { InTrash } from '../InTrash';
import classes from './Organisations.module.css';
import { usePrintSheet } from './print-sheet';
import { StatusOf } from './StatusOf';

/** Where one is, which organisation this is, and what can be done with its sheet. */
export function OrganisationHead(props: { readonly sheet: OrganisationSheet }) {
  const { t } = useTranslation(['members', 'common']);
  const { sheet } = props;
  const { values, deletedAt } = sheet.organisation;
  const canEdit = useCanEdit();
  const printSheet = usePrintSheet();
  usePagePrint(() => printSheet(sheet));
  return (
    <>
      <Crumbs
        list="organisations"
        operation="members.list"
        to="/organisations"
        title={t('organisations.title')}
        id={sheet.organisation.id}
      />
      <div className={classes.title}>
        <h1 dir="auto">{String(values.name ?? '')}</h1>
        {typeof values.acronym === 'string' && <span className={classes.tag}>{values.acronym}</span>}
        {typeof values.status === 'string' && <StatusOf status={values.status} shape="filled" />}
        <div className={classes.titleActions}>
          <Button leftSection={<IconPrinter />} onClick={() => printSheet(sheet)}>
            {t('organisations.print')}
          </Button>
          {canEdit && deletedAt === null && <Verify sheet={sheet} />}
          {canEdit && deletedAt === null && <More sheet={sheet} />}
        </div>
      </div>
      {deletedAt !== null && (
        <InTrash entity="organisations" id={sheet.organisation.id} mergedInto={sheet.mergedInto} />
      )}
    </>
  );
}

function Verify(props: { readonly sheet: OrganisationSheet }) {
  const { t } = useTranslation('members');
  const { today } = useWorkspace();
  const say = useSay();
  const { id, revision } = props.sheet.organisation;
  const verify = () => {
    call('records.update', { entity: 'organisations', id, revision, values: { verifiedOn: today } }).then(
      () => say(t('organisations.verified')),
      (error: unknown) => say(wordError(error).sentence),
    );
  };
  return (
    <Button
      leftSection={<IconUserCheck />}
      disabled={props.sheet.organisation.values.verifiedOn === today}
      onClick={verify}
    >
      {t('organisations.verify')}
    </Button>
  );
}

function More(props: { readonly sheet: OrganisationSheet }) {
  const { t } = useTranslation(['members', 'common', 'documents']);
  const navigate = useNavigate();
  const say = useSay();
  const trash = () => {
    call('records.trash', { entity: 'organisations', ids: [props.sheet.organisation.id] }).then(
      ({ trashed }) => {
        say(t('trash.trashed', { count: trashed }));
        void navigate('/organisations');
      },
      (error: unknown) => say(wordError(error).sentence),
    );
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('common:sheet.more')}>
          <IconDots />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileText />}
          onClick={() => void navigate(`/organisations/${props.sheet.organisation.id}/document`)}
        >
          {t('documents:organisationSheet.action')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash />} onClick={trash}>
          {t('trash.action')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
