import { activitiesOf } from '../../main/core/contract/programme/logframe';
import type { ReferencePack } from '../../main/core/contract/programme/reference-pack';
import { fill, typeset } from './french';
import type { Random } from './random';
import type { DemoActivityLine } from './records';
import { type Outcome, outcomes } from './vocabulary/activity-outcomes';

interface Setting {
  readonly pack: ReferencePack;
  /** A number from 0 to 6 that no other committee has for this topic: which of the seven outcomes is its own. */
  readonly turn: (topic: string) => number;
  /** The quantities add up to this remainder when divided by seven: committees then never have the same total. */
  readonly rank: number;
  readonly words: Readonly<Record<string, string | number>>;
  readonly random: Random;
}

/** Teaching materials have no printed target and may be any number: they make the committees' totals differ. */
const freeQuantity = 'A2.1.5';

/** The fifteen lines of the quarter, in printed order. */
export function drawActivities({ pack, turn, rank, words, random }: Setting): readonly DemoActivityLine[] {
  const lines = activitiesOf(pack).map(({ code }): DemoActivityLine => {
    const [state, quantity, comment] = outcomeOf(code, turn(storyOf(code)));
    return { code, state, quantity, comment: typeset(fill(comment, { ...words, ...drawAudience(random) })) };
  });
  const total = lines.reduce((sum, line) => sum + (line.quantity ?? 0), 0);
  const missing = (rank - (total % 7) + 7) % 7;
  return lines.map((line) =>
    line.code === freeQuantity ? { ...line, quantity: (line.quantity ?? 0) + missing } : line,
  );
}

/** Mapping, feedback and work programme are one story: a committee cannot present a study that it has not begun. */
function storyOf(code: string): string {
  return code.startsWith('A1.') ? 'A1' : code;
}

function outcomeOf(code: string, index: number): Outcome {
  const outcome = outcomes[code]?.[index];
  if (outcome === undefined) throw new RangeError(`No outcome ${index} for ${code}`);
  return outcome;
}

function drawAudience(random: Random) {
  const participants = random.int(24, 68);
  return {
    participants,
    women: random.int(Math.ceil(participants * 0.35), Math.floor(participants * 0.6)),
    officials: random.int(6, 14),
    trained: random.int(11, 15),
  };
}
