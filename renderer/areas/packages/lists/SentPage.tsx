import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../../main/core/contract/packages/operations';
import { useAnswer } from '../../../app/calls';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { PageHead } from '../../../components/PageHead';
import { FileBrowser, FileList, type FileView } from './FileBrowser';
import { NoPackage } from './NoPackage';
import { SentRail } from './SentRail';
import { sentColumns } from './sent';
import { useSignerNames } from './signer-names';
import { stillToWrite } from './still-to-write';

/** What a coordination signed: slips, invitations, registers. */
export function SentPage() {
  const { t } = useTranslation('packages');
  const outbox = useAnswer('packages.outbox', {});
  return (
    <>
      <PageHead title={t('sentTitle')} />
      {outbox.error !== null && <ErrorPanel error={outbox.error} />}
      {outbox.data !== undefined &&
        (outbox.data.length === 0 ? <NoPackage kind="sent" /> : <Sent items={outbox.data} />)}
    </>
  );
}

function Sent(props: { readonly items: readonly OutboxItem[] }) {
  const slips = useSentView(
    'slips',
    props.items.filter((item) => item.kind === 'slip'),
  );
  const trust = useSentView(
    'trust',
    props.items.filter((item) => item.kind !== 'slip'),
  );
  const views = [slips, trust];
  return (
    <FileBrowser
      name="sent"
      first={slips.rows.length === 0 ? 'trust' : 'slips'}
      views={views.map(({ key, label, rows }) => ({ key, label, count: rows.length }))}
    >
      {(current) => <FileList key={current} view={current === 'trust' ? trust : slips} />}
    </FileBrowser>
  );
}

/** A view of files signed here. */
export function useSentView(
  key: 'sent' | 'slips' | 'trust',
  rows: readonly OutboxItem[],
): FileView<OutboxItem> {
  const { t } = useTranslation('packages');
  const nameOf = useSignerNames();
  const waiting = stillToWrite(useAnswer('packages.outbox', {}).data ?? []).map((item) => item.id);
  return {
    key,
    label: t(`views.${key}`),
    rows,
    columns: sentColumns({ nameOf, waiting }),
    whenEmpty: t(`viewEmpty.${key}`),
    rail: (item) => (
      <SentRail
        item={item}
        signedBy={nameOf(item.createdBy)}
        waits={waiting.includes(item.id) ? 'yes' : 'no'}
      />
    ),
  };
}
