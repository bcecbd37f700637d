import { and, eq, isNull } from 'drizzle-orm';
import { committees, organisations, persons, seats } from '../../../db/schema';
import { parseFieldValues } from '../changes/field-values';
import { type Gesture, write } from '../changes/gesture';
import { createRecord, recordOfRow, updateRecord } from '../changes/log';
import { saveNaturalRecord } from '../changes/natural-key';
import { DomainError } from '../contract/errors';
import { committeeFields } from '../contract/members/fields';
import type { CommitteeSheet } from '../contract/members/operations';
import type { Input } from '../contract/operations';
import { shiftDay } from '../contract/programme/quarter';
import { idOfNaturalKey } from '../environment';
import { codesOfList } from '../programme/pack';
import type { OpenWorkspace } from '../session';
import { memberEntities } from './entities';
import { quorumOf, runsOn } from './rules';

/** The committee: its rules, its seats and mandates, who animates it. */

type Seat = typeof seats.$inferSelect;
type Holder = CommitteeSheet['seats'][number]['fullMember'];

const rolesInOrder = ['chair', 'focal_point', 'secretary', 'member', 'observer'];
const standingsInOrder = ['seated', 'to_come', 'ended'];

/** The committee as its page shows it on a day. */
export function committeeSheetOf(workspace: OpenWorkspace, today: string): CommitteeSheet {
  const { database } = workspace;
  const own = database
    .select()
    .from(committees)
    .where(eq(committees.id, idOf(workspace)))
    .get();
  const known = database
    .select()
    .from(seats)
    .innerJoin(organisations, eq(organisations.id, seats.organisation))
    .where(and(eq(seats.committee, workspace.code), isNull(seats.deletedAt)))
    .all()
    .map(({ seats: seat, organisations: organisation }) => ({
      seat: { ...recordOfRow(memberEntities.seats, seat) },
      organisation: { id: organisation.id, name: organisation.name, acronym: organisation.acronym },
      fullMember: holderOf(workspace, seat.fullMember),
      alternate: holderOf(workspace, seat.alternate),
      standing: standingOf(seat, today),
      role: seat.role,
      since: seat.since,
    }))
    .sort(
      (one, other) =>
        standingsInOrder.indexOf(one.standing) - standingsInOrder.indexOf(other.standing) ||
        rolesInOrder.indexOf(one.role) - rolesInOrder.indexOf(other.role) ||
        one.organisation.name.localeCompare(other.organisation.name, 'fr'),
    );
  const taken = known.filter(({ standing }) => standing === 'seated');
  const focal = taken.find(({ role }) => role === 'focal_point');
  const voting = taken.filter(({ role }) => role !== 'observer');
  return {
    committee: own ? { ...recordOfRow(memberEntities.committees, own) } : null,
    seats: known.map(({ role: _role, since: _since, ...line }) => line),
    seatsTaken: voting.length,
    quorum: quorumOf(voting.length, own?.quorumPercent ?? null),
    balance: balanceOf(voting.map(({ fullMember }) => fullMember)),
    focalPoint: focal
      ? { seat: focal.seat.id, name: focal.fullMember?.name ?? focal.organisation.name, since: focal.since }
      : null,
  };
}

function standingOf(seat: Seat, today: string): CommitteeSheet['seats'][number]['standing'] {
  if (runsOn(seat, today)) return 'seated';
  return seat.since > today ? 'to_come' : 'ended';
}

/** Who holds a seat; nobody when their sheet is in the trash or erased. */
function holderOf({ database }: OpenWorkspace, id: string | null): Holder {
  if (id === null) return null;
  const person = database
    .select()
    .from(persons)
    .where(and(eq(persons.id, id), isNull(persons.deletedAt)))
    .get();
  return person ? { id, name: person.fullName, sex: person.sex } : null;
}

function balanceOf(holders: readonly Holder[]): CommitteeSheet['balance'] {
  const count = (test: (holder: Holder) => boolean) => holders.filter(test).length;
  const women = count((holder) => holder?.sex === 'f');
  const men = count((holder) => holder?.sex === 'm');
  const none = count((holder) => holder === null);
  return { women, men, none, other: holders.length - women - men - none };
}

/** Writes fields of the committee's own record. @throws DomainError input_refused */
export function saveCommittee(
  workspace: OpenWorkspace,
  values: Input<'members.saveCommittee'>['values'],
): string {
  const id = idOf(workspace);
  saveNaturalRecord(
    workspace,
    { entity: 'committees', id, key: {} },
    parseFieldValues(committeeFields, values, codesOfList, workspace.country),
  );
  return id;
}

function idOf(workspace: OpenWorkspace): string {
  return idOfNaturalKey('committees', workspace.code);
}

/**
 * Hands the focal point's seat over (PACKAGES.md §2.5 calls for a new signing passphrase as well; that is another
 * gesture). One gesture: the former mandate ends the day before, the new one begins. So does the seat that the new
 * focal point had as a plain member: nobody counts twice for quorum and balance. Another function (chair) goes on.
 * @throws DomainError input_refused when the new mandate would begin before or on the first day of the former one
 */
export function handOverFocalPoint(
  workspace: OpenWorkspace,
  wanted: Input<'members.handOverFocalPoint'>,
): string {
  const { since, organisation, person } = wanted;
  const known = workspace.database
    .select()
    .from(seats)
    .where(and(isNull(seats.deletedAt), eq(seats.committee, workspace.code)))
    .all();
  const former = known.find(
    (seat) => seat.role === 'focal_point' && (runsOn(seat, since) || seat.since >= since),
  );
  const left = known.filter(
    (seat) =>
      seat.role === 'member' && seat.fullMember === person && seat.since < since && runsOn(seat, since),
  );
  if (former && former.since >= since) {
    throw new DomainError('input_refused', { where: 'seats.since', why: 'before_former' });
  }
  return write(workspace, (gesture) => {
    if (former) endMandate(gesture, former, wanted);
    for (const { id } of left) updateRecord(gesture, 'seats', id, { until: shiftDay(since, -1) }, null);
    const id = workspace.environment.newId();
    createRecord(gesture, 'seats', id, {
      organisation,
      fullMember: person,
      role: 'focal_point',
      since,
      designation: wanted.designation,
    });
    return id;
  });
}

function endMandate(gesture: Gesture, former: Seat, wanted: Input<'members.handOverFocalPoint'>): void {
  updateRecord(gesture, 'seats', former.id, { until: shiftDay(wanted.since, -1) }, null);
  if (wanted.former === 'leaves') return;
  createRecord(gesture, 'seats', gesture.workspace.environment.newId(), {
    organisation: former.organisation,
    fullMember: former.fullMember,
    alternate: former.alternate,
    role: 'member',
    since: wanted.since,
    until: former.until,
  });
}
