import type { TFunction } from 'i18next';
import { organisationFields } from '../../../../main/core/contract/members/fields';
import type { OrganisationRow } from '../../../../main/core/contract/members/operations';
import type { WorkspaceRole } from '../../../../main/core/contract/values';
import { percentText } from '../../../app/formats';
import { listLabel } from '../../../app/lists';
import { columnOfField, type ListColumn } from '../../../components/list/columns';
import { Meter } from '../../../components/Meter';
import { NeedLevel } from './NeedLevel';
import { StatusOf } from './StatusOf';
import { Verification } from './Verification';

type Column = ListColumn<OrganisationRow>;

const first = { shown: 'at_first' } as const;

/** The columns of the register: those of LOOK.md first, every other field on choice. */
export function organisationColumns(
  t: TFunction<['members', 'common']>,
  role: WorkspaceRole,
): readonly Column[] {
  const field = (name: string, given: Parameters<typeof columnOfField<OrganisationRow>>[2]) =>
    columnOfField<OrganisationRow>(organisationFields, name, given);
  const leading: Column[] = [
    field('acronym', { width: { min: 5.25, grow: 0.5 }, always: 'always' }),
    field('name', { width: { min: 11, grow: 2.6 }, ...first }),
    field('nameArabic', { width: { min: 7, grow: 1.6 }, ...first }),
    ...(role === 'coordination' ? [field('country', { width: { min: 7, grow: 0.8 }, ...first })] : []),
    field('type', { width: { min: 6.5, grow: 1.1 }, ...first }),
    field('region', { width: { min: 5.5, grow: 0.8 }, ...first }),
    field('status', {
      width: { min: 7.25, grow: 0.4 },
      ...first,
      render: (row) => <StatusOf status={String(row.values.status ?? '')} />,
    }),
    completeness(t),
    field('verifiedOn', {
      width: { min: 7.25, grow: 0 },
      ...first,
      render: (row) => (
        <Verification day={typeof row.values.verifiedOn === 'string' ? row.values.verifiedOn : null} />
      ),
    }),
    firstNeed(t),
  ];
  const known = leading.map((column) => column.key);
  const others = organisationFields.fields
    .filter((described) => !known.includes(described.name))
    .filter((described) => role === 'committee' || described.name !== 'country')
    .map((described) => field(described.name, { width: { min: 7, grow: 1 } }));
  return [...leading, ...others];
}

function completeness(t: TFunction<['members', 'common']>): Column {
  return {
    key: 'completeness',
    label: t('organisations.completeness'),
    width: { min: 6.25, grow: 0 },
    sort: 'completeness',
    shown: 'at_first',
    text: (row) => percentText(row.completeness),
    render: (row) => <Meter percent={row.completeness} />,
  };
}

function firstNeed(t: TFunction<['members', 'common']>): Column {
  const domain = (row: OrganisationRow) =>
    row.firstNeed === null ? '' : listLabel('capacityDomains', row.firstNeed.domain);
  return {
    key: 'firstNeed',
    label: t('organisations.firstNeed'),
    width: { min: 7, grow: 1.3 },
    shown: 'at_first',
    text: (row) => (row.firstNeed === null ? '' : `${domain(row)} (${row.firstNeed.level})`),
    render: (row) =>
      row.firstNeed === null ? (
        <span className="quiet">—</span>
      ) : (
        <>
          <NeedLevel level={row.firstNeed.level} /> {domain(row)}
        </>
      ),
  };
}
