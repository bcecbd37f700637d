import { VisuallyHidden } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { MatrixRow } from '../../../../main/core/contract/members/cartography-operations';
import { listLabel } from '../../../app/lists';
import type { ListColumn } from '../../../components/list/columns';
import { NeedLevel } from '../organisations/NeedLevel';
import classes from './Cartography.module.css';
import { SortHead, type Sorting } from './SortHead';

const highPriority = 1;

/** The organisation, one column a domain, and how many of its needs are marked or urgent. */
export function matrixColumns(
  t: TFunction<['cartography', 'members']>,
  domains: readonly string[],
  sorting: Sorting,
): readonly ListColumn<MatrixRow>[] {
  return [
    {
      key: 'name',
      label: t('needs.organisation'),
      width: { min: 11, grow: 1 },
      sort: 'name',
      text: (row) => row.acronym ?? row.name,
      render: (row) => <bdi title={row.name}>{row.acronym ?? row.name}</bdi>,
    },
    {
      key: 'unmet',
      label: t('needs.unmet'),
      head: <SortHead first="descending" field="unmet" label={t('needs.unmet')} sorting={sorting} />,
      width: { min: 5.25, grow: 0 },
      sort: 'unmet',
      align: 'end',
      text: (row) => String(row.unmet),
      render: (row) =>
        row.unmet === 0 ? <span className="quiet">—</span> : <strong className="figures">{row.unmet}</strong>,
    },
    ...domains.map(
      (domain, index): ListColumn<MatrixRow> => ({
        key: domain,
        label: listLabel('capacityDomains', domain),
        head: (
          <SortHead
            first="descending"
            field={domain}
            label={listLabel('capacityDomains', domain)}
            sorting={sorting}
          />
        ),
        width: { min: 6.75, grow: 0.4 },
        sort: domain,
        text: (row) => cellText(row, index),
        render: (row) => <Cell row={row} index={index} words={t} />,
      }),
    ),
  ];
}

/** `3!`: urgent, of high priority; a plus where the organisation can train others. */
function cellText(row: MatrixRow, index: number): string {
  const cell = row.cells[index];
  const level = cell ? `${cell.level}${cell.priority === highPriority ? '!' : ''}` : '';
  return row.skills[index] ? `${level} +`.trim() : level;
}

function Cell(props: {
  readonly row: MatrixRow;
  readonly index: number;
  readonly words: TFunction<['cartography', 'members']>;
}) {
  const { row, index, words: t } = props;
  const cell = row.cells[index] ?? null;
  const canTrain = row.skills[index] === true;
  return (
    <span className={classes.cell}>
      {cell !== null && (
        <>
          <strong className="figures">{cell.level}</strong>
          <NeedLevel level={cell.level} />
          {cell.priority === highPriority && (
            <>
              <strong aria-hidden="true" title={t('needs.highPriority')}>
                !
              </strong>
              <VisuallyHidden>{t('needs.highPriority')}</VisuallyHidden>
            </>
          )}
        </>
      )}
      {cell === null && !canTrain && <VisuallyHidden>{t('needs.notAsked')}</VisuallyHidden>}
      {canTrain && (
        <span title={t('needs.canTrain')}>
          <IconSchool className="icon-15" />
          <VisuallyHidden>{t('needs.canTrain')}</VisuallyHidden>
        </span>
      )}
    </span>
  );
}
