import { IconBan, IconCircleCheck, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TrustOverview } from '../../../../main/core/contract/packages/operations';
import { dayText, numberText } from '../../../app/formats';
import { textOf } from '../../../app/i18n';
import { useScreenKeys } from '../../../app/status';
import type { ListColumn } from '../../../components/list/columns';
import { RecordTable } from '../../../components/list/RecordTable';
import { type StatusTone, StatusWord } from '../../../components/StatusWord';
import classes from './Trust.module.css';

export type Party = NonNullable<TrustOverview['register']>['parties'][number];

interface PartiesProps {
  readonly parties: readonly Party[];
  readonly cursor: number;
  onCursor(index: number): void;
}

type Row = Party & { readonly id: string };

/** The register as a list: every key that counts or counted, since when. */
export function Parties(props: PartiesProps) {
  const { t } = useTranslation(['packages', 'common']);
  const rows: readonly Row[] = props.parties.map((party) => ({
    ...party,
    id: `${party.code} ${party.epoch}`,
  }));
  useScreenKeys([{ keys: ['↑↓'], label: t('common:keys.browse') }]);
  return (
    <>
      <h2 className={classes.tableTitle}>{t('trust.parties')}</h2>
      <div className={classes.table}>
        <RecordTable
          label={t('trust.parties')}
          columns={partyColumns()}
          total={rows.length}
          rowAt={(index) => rows[index]}
          cursor={props.cursor}
          onCursor={props.onCursor}
          onOpen={() => undefined}
        />
      </div>
    </>
  );
}

const looks: Readonly<Record<Party['status'], readonly [typeof IconBan, StatusTone]>> = {
  active: [IconCircleCheck, 'ok'],
  retired: [IconHistory, 'quiet'],
  revoked: [IconBan, 'bad'],
};

function partyColumns(): readonly ListColumn<Row>[] {
  const label = (key: string) => textOf(`packages:trust.party.${key}`);
  const statusText = (party: Party) => textOf(`packages:trust.statuses.${party.status}`);
  const roleText = (party: Party) => textOf(`packages:trust.roles.${party.role}`);
  return [
    {
      key: 'name',
      label: label('name'),
      width: { min: 10, grow: 2 },
      text: (party) => `${party.name} ${party.code}`,
      render: (party) => (
        <>
          <bdi>{party.name}</bdi>
          {party.code !== party.name && (
            <>
              {' '}
              <span className="ltr quiet code">{party.code}</span>
            </>
          )}
          {party.own === 'own' && (
            <>
              {' '}
              <span className="quiet">{textOf('packages:trust.own')}</span>
            </>
          )}
        </>
      ),
    },
    { key: 'role', label: label('role'), width: { min: 7, grow: 1 }, text: roleText, render: roleText },
    {
      key: 'status',
      label: label('status'),
      width: { min: 5.75, grow: 0 },
      text: statusText,
      render: (party) => {
        const [icon, tone] = looks[party.status];
        return (
          <StatusWord icon={icon} tone={tone}>
            {statusText(party)}
          </StatusWord>
        );
      },
    },
    {
      key: 'since',
      label: label('since'),
      width: { min: 5.75, grow: 0 },
      text: (party) => dayText(party.since.slice(0, 10)),
      render: (party) => <span className="figures">{dayText(party.since.slice(0, 10))}</span>,
    },
    {
      key: 'epoch',
      label: label('epoch'),
      width: { min: 4.5, grow: 0 },
      align: 'end',
      text: (party) => numberText(party.epoch),
      render: (party) => <span className="figures">{numberText(party.epoch)}</span>,
    },
    {
      key: 'digits',
      label: label('digits'),
      width: { min: 15.75, grow: 0 },
      text: (party) => party.digits,
      render: (party) => <span className="ltr code">{party.digits}</span>,
    },
  ];
}
