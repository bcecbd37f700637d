import type { Quarter } from '../../core/contract/programme/quarter';
import { demoPassphrase, lastRound, leadCode, rectification, rounds, secondCode } from './constants';
import { decide, type Judgement } from './decisions';
import type { Installation } from './installation';
import type { Stage } from './stage';

/** The cycle of one report: signed, sent to both coordinators, judged by the lead, answered. */

const lastQuarter = rounds[1].quarter;

const decisionWord = {
  accepted: 'accepté',
  accepted_with_remarks: 'accepté avec remarques',
  returned: 'à corriger',
} as const;

/** Signs a committee's quarter and brings it to both coordinators; gives what the lead has to judge. */
export async function report(
  stage: Stage,
  committee: Installation,
  quarter: Quarter,
  revision: number,
): Promise<string> {
  const signed = await committee.call('quarter.sign', { quarter, passphrase: demoPassphrase });
  const path = await committee.write(stage.folder(quarter), signed);
  const to = [leadCode, secondCode];
  stage.note(path, { kind: 'report', from: committee.code, to, period: quarter, revision });
  if (quarter !== lastQuarter || committee.code !== lastRound.onItsWay) await stage.second.open(path);
  const received = await stage.coordination.open(path);
  if (received.kind !== 'report')
    throw new Error(`${committee.code}: the report was read as ${received.kind}`);
  return received.submission;
}

/** Judges a report and brings the slip back. */
export async function answer(
  stage: Stage,
  committee: Installation,
  quarter: Quarter,
  { submission, judgement, revision }: { submission: string; judgement: Judgement; revision: number },
): Promise<void> {
  const slip = await decide(stage.coordination, submission, judgement);
  const path = await stage.coordination.write(stage.folder(quarter), slip);
  stage.note(path, { kind: 'slip', from: leadCode, to: [committee.code], period: quarter, revision: 0 });
  const read = await committee.open(path);
  if (read.kind !== 'slip') throw new Error(`${committee.code}: the slip was read as ${read.kind}`);
  const number = revision > 0 ? `, rectificatif n° ${revision}` : '';
  stage.say(`${committee.code} : ${quarter}${number} ${decisionWord[read.decision]}`);
}

/** One committee notices a mistake in its accepted report and sends a rectification, which is accepted. */
export async function rectify(stage: Stage, quarter: Quarter): Promise<void> {
  const committee = stage.committees.find(({ code }) => code === rectification.committee);
  if (!committee) throw new Error(`${rectification.committee} is not on the stage`);
  for (const laptop of [stage.coordination, stage.second, committee])
    await laptop.openOn(rectification.day, 0);
  await committee.call('quarter.startRectification', { quarter, reason: rectification.reason });
  const { lines } = await committee.call('quarter.overview', { quarter });
  const counted = lines.find(({ quantity }) => (quantity ?? 0) > 2);
  if (!counted) throw new Error(`${committee.code} has nothing to correct`);
  const { activity, state, quantity, comment } = counted;
  await committee.call('quarter.saveLine', {
    quarter,
    activity,
    values: { state, quantity: (quantity ?? 0) - 2, comment },
  });
  const submission = await report(stage, committee, quarter, 1);
  await answer(stage, committee, quarter, { submission, judgement: 'accepted', revision: 1 });
}
