import { Button } from '@mantine/core';
import { IconFileText, IconMessage, IconTable } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Invited } from '../../../../main/core/contract/documents/operations';
import type { Output } from '../../../../main/core/contract/operations';
import { useAnswer } from '../../../app/calls';
import { numberText } from '../../../app/formats';
import { currentLanguage } from '../../../app/i18n';
import { useScreenKeys } from '../../../app/status';
import { ErrorPanel } from '../../../components/ErrorPanel';
import type { ListColumn } from '../../../components/list/columns';
import { RecordTable } from '../../../components/list/RecordTable';
import { ViewTabs } from '../../../components/list/ViewTabs';
import { PageHead } from '../../../components/PageHead';
import { Addresses } from './Addresses';
import { useCopy } from './copy';
import { BackTo, ScopeText } from './DocumentFrame';
import classes from './Documents.module.css';
import { arrivalWith, useScope } from './scope';

/** Whom to invite and how they are reached: to copy into a message, an e-mail or a spreadsheet, or to print. */
export function InvitationPage() {
  const { scope } = useScope();
  const answer = useAnswer('documents.invitation', { scope, language: currentLanguage() });
  if (answer.error !== null) return <ErrorPanel error={answer.error} />;
  if (answer.data === undefined) return null;
  return <Invitation invitation={answer.data} />;
}

function Invitation(props: { readonly invitation: Output<'documents.invitation'> }) {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const { scope, total } = useScope();
  const copy = useCopy();
  const { invitation } = props;
  const isEmpty = invitation.invited.length === 0;
  return (
    <>
      <BackTo to="/organisations">{t('back')}</BackTo>
      <PageHead title={t('invitationList.title')}>
        <Button
          leftSection={<IconFileText />}
          onClick={() =>
            void navigate('/organisations/attendance', arrivalWith(scope, total ?? invitation.invited.length))
          }
        >
          {t('invitationList.paper')}
        </Button>
        <Button
          leftSection={<IconTable />}
          disabled={isEmpty}
          onClick={() => copy(invitation.table, t('invitationList.asTable'))}
        >
          {t('invitationList.copyTable')}
        </Button>
        <Button
          leftSection={<IconMessage />}
          disabled={isEmpty}
          onClick={() => copy(invitation.message, t('invitationList.asText'))}
        >
          {t('invitationList.copyMessage')}
        </Button>
      </PageHead>
      <div className={classes.strip}>
        <Addresses addresses={invitation.addresses} />
        <ScopeText scope={scope} total={total} />
        {invitation.confidential > 0 && (
          <span className={classes.hint}>
            {t('confidential', {
              count: invitation.confidential,
              number: numberText(invitation.confidential),
            })}
          </span>
        )}
      </div>
      <People invited={invitation.invited} />
    </>
  );
}

/** The name in the language of the window, where the organisation has one. */
function nameOf(row: Invited): string {
  return currentLanguage() === 'ar' ? (row.nameArabic ?? row.name) : row.name;
}

const channels = ['email', 'phone', 'none'] as const;
type Row = Invited & { readonly id: string };

function People(props: { readonly invited: readonly Invited[] }) {
  const { t } = useTranslation(['documents', 'common']);
  const navigate = useNavigate();
  const [view, setView] = useState<string>('all');
  const [cursor, setCursor] = useState(0);
  const columns = useColumns();
  const rows = useMemo(
    () =>
      props.invited
        .filter((line) => view === 'all' || line.channel === view)
        .map((line): Row => ({ ...line, id: line.organisation })),
    [props.invited, view],
  );
  useScreenKeys([
    { keys: ['↑↓'], label: t('common:keys.browse') },
    { keys: [t('common:keys.enter')], label: t('common:keys.open') },
  ]);
  const names = {
    email: t('invitationList.byEmail'),
    phone: t('invitationList.byPhone'),
    none: t('invitationList.unreachable'),
  };
  return (
    <div className={classes.people}>
      <ViewTabs
        views={[
          { key: 'all', label: t('invitationList.people'), count: props.invited.length },
          ...channels.map((key) => ({
            key,
            label: names[key],
            count: props.invited.filter((line) => line.channel === key).length,
          })),
        ]}
        current={view}
        onChoose={(key) => {
          setCursor(0);
          setView(key);
        }}
      />
      <RecordTable
        key={view}
        label={t('invitationList.title')}
        columns={columns}
        total={rows.length}
        rowAt={(index) => rows[index]}
        cursor={cursor}
        onCursor={setCursor}
        onOpen={(row) => void navigate(`/organisations/${row.organisation}`)}
      />
    </div>
  );
}

function useColumns(): readonly ListColumn<Row>[] {
  const { t } = useTranslation('documents');
  return useMemo(() => {
    const column = (
      key: string,
      label: string,
      width: ListColumn<Row>['width'],
      text: (row: Row) => string,
      reading: 'names' | 'digits' = 'names',
    ): ListColumn<Row> => ({
      key,
      label,
      width,
      text,
      render: (row) =>
        text(row) === '' ? (
          <span className="quiet">—</span>
        ) : reading === 'digits' ? (
          <span className="ltr figures">{text(row)}</span>
        ) : (
          <bdi>{text(row)}</bdi>
        ),
    });
    return [
      column('acronym', t('directory.acronym'), { min: 5, grow: 0.5 }, (row) => row.acronym ?? ''),
      column('name', t('invitationList.organisation'), { min: 12, grow: 2 }, nameOf),
      column('person', t('invitationList.person'), { min: 9, grow: 1.4 }, (row) => row.person?.name ?? ''),
      column('role', t('invitationList.role'), { min: 7, grow: 1 }, (row) => row.person?.role ?? ''),
      column('channel', t('invitationList.channel'), { min: 6, grow: 0 }, (row) =>
        t(`invitationList.channels.${row.channel}`),
      ),
      column('email', t('invitationList.email'), { min: 11, grow: 1.4 }, (row) => row.email ?? '', 'digits'),
      column('phone', t('invitationList.phone'), { min: 9, grow: 0.6 }, (row) => row.phone ?? '', 'digits'),
    ];
  }, [t]);
}
