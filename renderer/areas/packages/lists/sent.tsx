import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { OutboxItem } from '../../../../main/core/contract/packages/operations';
import { listText, numberText } from '../../../app/formats';
import { textOf } from '../../../app/i18n';
import type { ListColumn } from '../../../components/list/columns';
import { StatusWord } from '../../../components/StatusWord';
import { instantText, localDayText, partyText, sentTitle } from '../words';

/** Receivers in words. */
export function receiversText(item: Pick<OutboxItem, 'to'>): string {
  return listText(item.to.map(partyText));
}

interface SentContext {
  /** Name of the person who signed. */
  readonly nameOf: (person: string) => string;
  /** Ids of the files that wait to be written. */
  readonly waiting: readonly string[];
}

/** Columns of the files signed here. */
export function sentColumns({ nameOf, waiting }: SentContext): readonly ListColumn<OutboxItem>[] {
  const label = (key: string) => textOf(`packages:columns.${key}`);
  return [
    {
      key: 'what',
      label: label('what'),
      width: { min: 10, grow: 3 },
      text: sentTitle,
      render: sentTitle,
    },
    {
      key: 'to',
      label: label('to'),
      width: { min: 6, grow: 2 },
      text: receiversText,
      render: (item) => <bdi>{receiversText(item)}</bdi>,
    },
    {
      key: 'sequence',
      label: label('sequence'),
      width: { min: 3, grow: 0 },
      align: 'end',
      text: (item) => numberText(item.sequence),
      render: (item) => <span className="figures">{numberText(item.sequence)}</span>,
    },
    {
      key: 'packageNumber',
      label: label('packageNumber'),
      width: { min: 8.75, grow: 0 },
      text: (item) => item.packageNumber,
      render: (item) => <span className="ltr code">{item.packageNumber}</span>,
    },
    {
      key: 'created',
      label: label('created'),
      width: { min: 5.75, grow: 0 },
      text: (item) => instantText(item.createdAt),
      render: (item) => <span className="figures">{localDayText(item.createdAt)}</span>,
    },
    {
      key: 'by',
      label: label('by'),
      width: { min: 6, grow: 1 },
      text: (item) => nameOf(item.createdBy),
      render: (item) => <bdi>{nameOf(item.createdBy)}</bdi>,
    },
    {
      key: 'written',
      label: label('written'),
      width: { min: 7.5, grow: 0 },
      text: (item) => (item.writtenAt === null ? '' : instantText(item.writtenAt)),
      render: (item) => <Written item={item} waits={waiting.includes(item.id) ? 'yes' : 'no'} />,
    },
  ];
}

/** Whether the file has left this laptop. */
function Written(props: { readonly item: OutboxItem; readonly waits: 'yes' | 'no' }) {
  const { writtenAt } = props.item;
  if (writtenAt === null) {
    return (
      <StatusWord icon={IconCircleDashed} tone={props.waits === 'yes' ? 'warn' : 'quiet'}>
        {textOf('packages:write.never')}
      </StatusWord>
    );
  }
  return (
    <StatusWord icon={IconCircleCheck} tone="ok">
      <span className="figures">{localDayText(writtenAt)}</span>
    </StatusWord>
  );
}
