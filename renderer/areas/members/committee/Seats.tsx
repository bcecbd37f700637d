import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { seatFields } from '../../../../main/core/contract/members/fields';
import type { CommitteeSheet, RecordView } from '../../../../main/core/contract/members/operations';
import { labelOfField } from '../../../app/i18n';
import { useRecordWriter } from '../../../components/sheet/record-writer';
import { BelongingRecords } from '../BelongingRecords';
import { RecordPicker } from '../RecordPicker';
import classes from './Committee.module.css';

type Line = CommitteeSheet['seats'][number];

interface SeatsProps {
  readonly sheet: CommitteeSheet;
  readonly editable: 'editable' | 'read_only';
}

/** The seats of today, those to come, and the mandates that ended. */
export function Seats(props: SeatsProps) {
  const { t } = useTranslation('members');
  const { sheet } = props;
  const parts = (['seated', 'to_come', 'ended'] as const).map((standing) => ({
    standing,
    lines: sheet.seats.filter((line) => line.standing === standing),
  }));
  if (sheet.seats.length === 0) return <p className={classes.none}>{t('committee.noSeat')}</p>;
  return parts
    .filter(({ lines }) => lines.length > 0)
    .map(({ standing, lines }) => (
      <section key={standing} className={classes.part} aria-label={t(`committee.standing.${standing}`)}>
        <h2>
          {t(`committee.standing.${standing}`)} <span className={classes.count}>{lines.length}</span>
        </h2>
        <SeatTable lines={lines} editable={props.editable} label={t(`committee.standing.${standing}`)} />
      </section>
    ));
}

function SeatTable(props: {
  readonly lines: readonly Line[];
  readonly editable: 'editable' | 'read_only';
  readonly label: string;
}) {
  const { t } = useTranslation('members');
  return (
    <BelongingRecords
      label={props.label}
      entity={seatFields}
      leads={[
        labelOfField(seatFields, { name: 'organisation' }),
        labelOfField(seatFields, { name: 'fullMember' }),
        labelOfField(seatFields, { name: 'alternate' }),
      ]}
      fields={['role', 'since', 'until', 'designation']}
      records={props.lines.map((line) => ({
        record: line.seat,
        name: line.organisation.name,
        lead: [
          <Link
            key="organisation"
            to={`/organisations/${line.organisation.id}`}
            className={`truncate ${classes.organisation}`}
            title={line.organisation.name}
          >
            <bdi>{line.organisation.acronym ?? line.organisation.name}</bdi>
          </Link>,
          <Holder key="full" line={line} name="fullMember" editable={props.editable} />,
          <Holder key="alternate" line={line} name="alternate" editable={props.editable} />,
        ],
      }))}
      editable={props.editable}
      removeLabel={(name) => t('committee.removeSeat', { name })}
      removedSentence={(name) => t('committee.seatRemoved', { name })}
    />
  );
}

/** Who sits or stands in: chosen among the persons of the register. */
function Holder(props: {
  readonly line: Line;
  readonly name: 'fullMember' | 'alternate';
  readonly editable: 'editable' | 'read_only';
}) {
  const { line, name } = props;
  const seat: RecordView = line.seat;
  const write = useRecordWriter('seats', seat.id, seat.revision);
  const holder = line[name];
  if (props.editable === 'read_only') {
    return holder === null ? <span className="quiet">—</span> : <bdi>{holder.name}</bdi>;
  }
  return (
    <RecordPicker
      of="persons"
      dress="bare"
      label={`${labelOfField(seatFields, { name })}, ${line.organisation.name}`}
      value={holder?.id ?? null}
      name={holder?.name ?? null}
      onChoose={(id) => void write({ [name]: id })}
    />
  );
}
