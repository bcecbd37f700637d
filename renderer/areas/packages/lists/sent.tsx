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

/** Columns of the files signed here; `nameOf` gives the name of the person who signed. */
export function sentColumns(nameOf: (person: string) => string): readonly ListColumn<OutboxItem>[] {
  const label = (key: string) => textOf(`packages:columns.${key}`);
  return [
    {
      key: 'what',
      label: label('what'),
      width: { min: 11, grow: 3 },
      text: sentTitle,
      render: sentTitle,
    },
    {
      key: 'to',
      label: label('to'),
      width: { min: 7, grow: 2 },
      text: receiversText,
      render: (item) => <bdi>{receiversText(item)}</bdi>,
    },
    {
      key: 'sequence',
      label: label('sequence'),
      width: { min: 3.5, grow: 0 },
      align: 'end',
      text: (item) => numberText(item.sequence),
      render: (item) => <span className="figures">{numberText(item.sequence)}</span>,
    },
    {
      key: 'packageNumber',
      label: label('packageNumber'),
      width: { min: 9.5, grow: 0 },
      text: (item) => item.packageNumber,
      render: (item) => <span className="ltr code">{item.packageNumber}</span>,
    },
    {
      key: 'created',
      label: label('created'),
      width: { min: 6.5, grow: 0 },
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
      width: { min: 10, grow: 0 },
      text: (item) => (item.writtenAt === null ? '' : instantText(item.writtenAt)),
      render: (item) => <Written item={item} />,
    },
  ];
}

/** Whether the file has left this laptop. */
function Written(props: { readonly item: OutboxItem }) {
  const { writtenAt } = props.item;
  if (writtenAt === null) {
    return (
      <StatusWord icon={IconCircleDashed} tone="warn">
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
