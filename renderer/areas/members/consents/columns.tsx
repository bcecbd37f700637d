import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconFileOff,
  IconX,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ConsentRow } from '../../../../main/core/contract/members/consent-operations';
import { personFields } from '../../../../main/core/contract/members/fields';
import { dayText } from '../../../app/formats';
import { listLabel, listOptions } from '../../../app/lists';
import { columnOfField, type ListColumn } from '../../../components/list/columns';
import { StatusWord } from '../../../components/StatusWord';

type Column = ListColumn<ConsentRow>;
type Standing = ConsentRow['states'][number];

const looks = {
  missing: { icon: IconCircleDashed, tone: 'warn' },
  expired: { icon: IconAlertTriangle, tone: 'warn' },
  withdrawn: { icon: IconX, tone: 'quiet' },
  expiring: { icon: IconClock, tone: 'warn' },
  unproven: { icon: IconFileOff, tone: 'plain' },
  valid: { icon: IconCheck, tone: 'ok' },
} as const;

/** Who, where, and one column for each purpose. */
export function consentColumns(t: TFunction<'members'>): readonly Column[] {
  const places = (row: ConsentRow) => row.organisations.join(', ');
  return [
    columnOfField<ConsentRow>(personFields, 'fullName', { width: { min: 10, grow: 1.2 }, always: 'always' }),
    {
      key: 'organisations',
      label: t('persons.organisations'),
      width: { min: 9, grow: 1.4 },
      shown: 'at_first',
      text: places,
      render: (row) => (places(row) === '' ? <span className="quiet">—</span> : <bdi>{places(row)}</bdi>),
    },
    ...listOptions('consentPurposes').map(({ code }): Column => {
      const standing = (row: ConsentRow) => row.states.find((one) => one.purpose === code);
      return {
        key: code,
        label: asHeading(shortName(t, code)),
        sort: code,
        width: { min: 10.5, grow: 0.8 },
        shown: 'at_first',
        text: (row) => words(t, standing(row)),
        render: (row) => <StateWord t={t} standing={standing(row)} />,
      };
    }),
  ];
}

function StateWord(props: { readonly t: TFunction<'members'>; readonly standing: Standing | undefined }) {
  if (props.standing === undefined) return null;
  const { icon, tone } = looks[props.standing.state];
  return (
    <StatusWord icon={icon} tone={tone}>
      {words(props.t, props.standing)}
    </StatusWord>
  );
}

function words(t: TFunction<'members'>, standing: Standing | undefined): string {
  if (standing === undefined) return '';
  if (standing.state === 'missing' || standing.day === null) {
    return t(`consentsPage.states.${standing.state}`);
  }
  return t(`consentsPage.onDay.${standing.state}`, { day: dayText(standing.day) });
}

/** A word of a sentence as the head of a column. */
function asHeading(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}

function shortName(t: TFunction<'members'>, code: string): string {
  switch (code) {
    case 'directory':
    case 'photo':
    case 'region':
    case 'donor':
      return t(`consents.short.${code}`);
    default:
      return listLabel('consentPurposes', code);
  }
}
