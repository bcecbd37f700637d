import type { TFunction } from 'i18next';
import { personFields } from '../../../../main/core/contract/members/fields';
import type { PersonRow } from '../../../../main/core/contract/members/operations';
import type { WorkspaceRole } from '../../../../main/core/contract/values';
import { listLabel } from '../../../app/lists';
import { columnOfField, type ListColumn } from '../../../components/list/columns';
import { ConsentWords } from '../organisations/Contacts';

type Column = ListColumn<PersonRow>;

const first = { shown: 'at_first' } as const;

/** The columns of the persons' list; where they work and what they agreed to stand beside the name. */
export function personColumns(t: TFunction<['members', 'common']>, role: WorkspaceRole): readonly Column[] {
  const field = (name: string, given: Parameters<typeof columnOfField<PersonRow>>[2]) =>
    columnOfField<PersonRow>(personFields, name, given);
  const leading: Column[] = [
    field('fullName', { width: { min: 10, grow: 2 }, always: 'always' }),
    field('nameArabic', { width: { min: 7, grow: 1.3 }, ...first }),
    organisationsOf(t),
    rolesOf(t),
    field('phone', { width: { min: 8, grow: 0.8 }, ...first }),
    consentsOf(t, role),
  ];
  const known = leading.map((column) => column.key);
  return [
    ...leading,
    ...personFields.fields
      .filter((described) => !known.includes(described.name))
      .map((described) => field(described.name, { width: { min: 7, grow: 1 } })),
  ];
}

function organisationsOf(t: TFunction<['members', 'common']>): Column {
  const text = (row: PersonRow) => row.affiliations.map((link) => link.organisationName).join(', ');
  return {
    key: 'affiliations',
    label: t('persons.organisations'),
    width: { min: 9, grow: 2 },
    shown: 'at_first',
    text,
    render: (row) => (text(row) === '' ? <span className="quiet">—</span> : <bdi>{text(row)}</bdi>),
  };
}

function rolesOf(t: TFunction<['members', 'common']>): Column {
  const text = (row: PersonRow) =>
    row.affiliations.flatMap((link) => (link.role === null ? [] : [link.role])).join(', ');
  return {
    key: 'roles',
    label: t('persons.roles'),
    width: { min: 7, grow: 1.2 },
    shown: 'at_first',
    text,
    render: (row) => (text(row) === '' ? <span className="quiet">—</span> : <bdi>{text(row)}</bdi>),
  };
}

function consentsOf(t: TFunction<['members', 'common']>, role: WorkspaceRole): Column {
  return {
    key: 'consents',
    label: t('contacts.consent'),
    width: { min: 8, grow: 1 },
    shown: role === 'committee' ? 'at_first' : 'on_choice',
    sensitivity: 'committee',
    text: (row) => row.consents.map((purpose) => listLabel('consentPurposes', purpose)).join(', '),
    render: (row) => <ConsentWords purposes={row.consents} />,
  };
}
