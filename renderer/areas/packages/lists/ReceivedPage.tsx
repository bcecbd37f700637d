import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { InboxItem, OutboxItem } from '../../../../main/core/contract/packages/operations';
import { useAnswer } from '../../../app/calls';
import { usePackageOpening } from '../../../app/opening';
import { useWorkspace } from '../../../app/workspace';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { PageHead } from '../../../components/PageHead';
import { OpenFilesButton } from '../OpenFilesButton';
import { OpenedFiles } from '../opened/OpenedFiles';
import classes from '../packages.module.css';
import { RemainingAttachments } from '../RemainingAttachments';
import { FileBrowser, FileList, type FileView } from './FileBrowser';
import { NoPackage } from './NoPackage';
import { useNextStep } from './next-step';
import { ReceivedRail } from './ReceivedRail';
import { receivedColumns, waitingFirst } from './received';
import { useSentView } from './SentPage';

/** What the last files led to, then everything that went and came: a committee sees both, a coordination what came. */
export function ReceivedPage() {
  const { t } = useTranslation('packages');
  const { role } = useWorkspace();
  const inbox = useAnswer('packages.inbox', {});
  const outbox = useAnswer('packages.outbox', {});
  const { results, running, error } = usePackageOpening();
  const refused = inbox.error ?? outbox.error;
  const isQuiet = results === null && !running && error === null;
  const isEmpty =
    inbox.data?.length === 0 && (role === 'coordination' || outbox.data?.length === 0) && isQuiet;
  return (
    <>
      <PageHead title={role === 'committee' ? t('committeeTitle') : t('receivedTitle')} hint={t('dropHint')}>
        <OpenFilesButton strength="default" />
      </PageHead>
      {refused !== null && <ErrorPanel error={refused} />}
      <div className={classes.body}>
        {!isQuiet && <OpenedFiles />}
        {role === 'committee' && <RemainingAttachments />}
        {isEmpty ? (
          <NoPackage kind={role === 'committee' ? 'committee' : 'received'} />
        ) : (
          inbox.data !== undefined &&
          outbox.data !== undefined &&
          (role === 'committee' ? (
            <SentAndReceived inbox={inbox.data} outbox={outbox.data} />
          ) : (
            <Received inbox={inbox.data} />
          ))
        )}
      </div>
    </>
  );
}

function SentAndReceived(props: {
  readonly inbox: readonly InboxItem[];
  readonly outbox: readonly OutboxItem[];
}) {
  const { t } = useTranslation('packages');
  const received = useReceivedView('received', waitingFirst(props.inbox));
  const sent = useSentView('sent', props.outbox);
  return (
    <FileBrowser
      name="packages"
      first={props.outbox.length === 0 ? 'received' : 'sent'}
      views={[
        { key: 'sent', label: t('views.sent'), count: props.outbox.length },
        { key: 'received', label: t('views.received'), count: props.inbox.length },
      ]}
    >
      {(view) =>
        view === 'sent' ? <FileList key="sent" view={sent} /> : <FileList key="received" view={received} />
      }
    </FileBrowser>
  );
}

function Received(props: { readonly inbox: readonly InboxItem[] }) {
  const rows = {
    toReview: props.inbox.filter((item) => item.outcome === 'to_review'),
    all: waitingFirst(props.inbox),
    refused: props.inbox.filter((item) => item.outcome === 'refused'),
  };
  const toReview = useReceivedView('toReview', rows.toReview);
  const all = useReceivedView('all', rows.all);
  const refused = useReceivedView('refused', rows.refused);
  const views = [toReview, all, refused];
  return (
    <FileBrowser
      name="received"
      first="all"
      views={views.map(({ key, label, rows: shown }) => ({ key, label, count: shown.length }))}
    >
      {(current) => <FileList key={current} view={views.find((view) => view.key === current) ?? all} />}
    </FileBrowser>
  );
}

function useReceivedView(
  key: 'received' | 'toReview' | 'all' | 'refused',
  rows: readonly InboxItem[],
): FileView<InboxItem> {
  const { t } = useTranslation('packages');
  const navigate = useNavigate();
  const nextOf = useNextStep();
  return {
    key,
    label: t(`views.${key}`),
    rows,
    columns: receivedColumns(),
    whenEmpty: t(`viewEmpty.${key}`),
    rail: (item) => <ReceivedRail item={item} next={nextOf(item)} />,
    onOpen: (item) => {
      if (item.submission === null) return false;
      void navigate(`/submissions/${item.submission}`);
      return true;
    },
  };
}
