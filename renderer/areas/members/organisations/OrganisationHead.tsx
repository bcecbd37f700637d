import { Button, Menu } from '@mantine/core';
import {
  IconClipboardText,
  IconFileText,
  IconListNumbers,
  IconPrinter,
  IconUserCheck,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OrganisationSheet } from '../../../../main/core/contract/members/operations';
import { call } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { usePagePrint } from '../../../app/printing';
import { useSay } from '../../../app/status';
import { useCanEdit, useWorkspace } from '../../../app/workspace';
import { HeadPhoto } from '../attachments/HeadPhoto';
import { Crumbs } from '../Crumbs';
import { InTrash } from '../InTrash';
import { usePaperNumbersShown } from '../interview/paper-numbers';
import { MoreMenu } from '../MoreMenu';
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
        <HeadPhoto
          owner={{ entity: 'organisations', id: sheet.organisation.id }}
          name={String(values.name ?? '')}
        />
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
  const { t } = useTranslation(['members', 'documents']);
  const navigate = useNavigate();
  const [numbers, showNumbers] = usePaperNumbersShown();
  const { id } = props.sheet.organisation;
  return (
    <MoreMenu
      entity="organisations"
      id={id}
      first={
        <>
          <Menu.Item
            leftSection={<IconFileText />}
            onClick={() => void navigate(`/organisations/${id}/document`)}
          >
            {t('documents:organisationSheet.action')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconClipboardText />}
            onClick={() => void navigate(`/organisations/${id}/interview`)}
          >
            {t('documents:interview.action')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconListNumbers />}
            onClick={() => showNumbers(numbers === 'shown' ? 'hidden' : 'shown')}
          >
            {t(`interview.numbers.${numbers}`)}
          </Menu.Item>
        </>
      }
    />
  );
}
