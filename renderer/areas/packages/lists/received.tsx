import type { InboxItem } from '../../../../main/core/contract/packages/operations';
import { numberText } from '../../../app/formats';
import { textOf } from '../../../app/i18n';
import type { ListColumn } from '../../../components/list/columns';
import { instantText, partyText, receivedTitle } from '../words';
import { Outcome } from './Outcome';

/** Columns of the files received here. */
export function receivedColumns(): readonly ListColumn<InboxItem>[] {
  const label = (key: string) => textOf(`packages:columns.${key}`);
  return [
    {
      key: 'what',
      label: label('what'),
      width: { min: 11, grow: 2 },
      text: receivedTitle,
      render: (item) => (item.kind === null ? <bdi className="ltr">{item.name}</bdi> : receivedTitle(item)),
    },
    {
      key: 'from',
      label: label('from'),
      width: { min: 6, grow: 1 },
      text: (item) => (item.from === null ? '' : partyText(item.from)),
      render: (item) =>
        item.from === null ? <span className="quiet">—</span> : <bdi>{partyText(item.from)}</bdi>,
    },
    {
      key: 'outcome',
      label: label('outcome'),
      width: { min: 9, grow: 0 },
      text: (item) => textOf(`packages:outcomes.${item.outcome}`),
      render: (item) => <Outcome outcome={item.outcome} />,
    },
    {
      key: 'sequence',
      label: label('sequence'),
      width: { min: 3.5, grow: 0 },
      align: 'end',
      text: (item) => (item.sequence === null ? '' : numberText(item.sequence)),
      render: (item) =>
        item.sequence === null ? (
          <span className="quiet">—</span>
        ) : (
          <span className="figures">{numberText(item.sequence)}</span>
        ),
    },
    {
      key: 'received',
      label: label('received'),
      width: { min: 10, grow: 0 },
      text: (item) => instantText(item.receivedAt),
      render: (item) => <span className="figures">{instantText(item.receivedAt)}</span>,
    },
    {
      key: 'name',
      label: label('name'),
      width: { min: 8, grow: 2 },
      text: (item) => item.name,
      render: (item) => <bdi className="ltr quiet">{item.name}</bdi>,
    },
  ];
}

/** Those that wait for somebody first, then the newest. */
export function waitingFirst(items: readonly InboxItem[]): readonly InboxItem[] {
  const waits = (item: InboxItem) => item.outcome === 'to_review' || item.outcome === 'waiting';
  return [...items.filter(waits), ...items.filter((item) => !waits(item))];
}
