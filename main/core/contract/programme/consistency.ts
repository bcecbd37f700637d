import { quarterEnd, quarterStart, shiftDay, shiftQuarter } from './quarter';
import { type ReferencePack, referencePackShape } from './reference-pack';

export interface Inconsistency {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What a well-shaped pack can still get wrong: double codes, references to nothing, quarters with gaps. */
export function findInconsistencies(pack: ReferencePack): readonly Inconsistency[] {
  return [
    ...doubles(pack),
    ...logframeFaults(pack),
    ...programmeFaults(pack),
    ...calendarFaults(pack),
    ...regionFaults(pack),
  ];
}

function doubles(pack: ReferencePack): Inconsistency[] {
  const groups: [string, readonly string[]][] = [
    ['logframe', pack.logframe.map((line) => line.code)],
    ['actors', pack.programme.actors.map((actor) => actor.code)],
    ['countries', pack.programme.countries.map((country) => country.code)],
    ['phases', pack.programme.phases.map((phase) => phase.code)],
    ['regions', pack.regions.map((region) => region.code)],
    ...Object.entries(pack.lists).map(([name, items]): [string, readonly string[]] => [
      name,
      items.map((item) => item.code),
    ]),
  ];
  return groups.flatMap(([group, codes]) =>
    codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map((code) => ({ path: [group, code], message: 'code_twice' })),
  );
}

/** The level directly or further above, so that a chain of parents always ends. */
const levelRank = { overall_objective: 0, specific_objective: 1, result: 2, activity: 3 } as const;

function logframeFaults({ logframe }: ReferencePack): Inconsistency[] {
  const lines = new Map(logframe.map((line) => [line.code, line]));
  const faults: Inconsistency[] = [];
  for (const [index, line] of logframe.entries()) {
    const parent = line.parent === null ? null : (lines.get(line.parent) ?? undefined);
    if (parent === undefined) faults.push({ path: ['logframe', index, 'parent'], message: 'parent_unknown' });
    else if (parent !== null && levelRank[parent.level] >= levelRank[line.level])
      faults.push({ path: ['logframe', index, 'parent'], message: 'parent_level' });
    if (line.order !== index + 1) faults.push({ path: ['logframe', index, 'order'], message: 'order' });
  }
  return faults;
}

function programmeFaults({ programme }: ReferencePack): Inconsistency[] {
  const countries = new Set(programme.countries.map((country) => country.code));
  const actors = new Set(programme.actors.map((actor) => actor.code));
  const phases = programme.phases.flatMap((phase, index) => {
    const path = ['programme', 'phases', index];
    const faults: Inconsistency[] = [];
    if (phase.end < phase.start) faults.push({ path, message: 'end_before_start' });
    for (const member of phase.members)
      if (!countries.has(member.country)) faults.push({ path, message: 'country_unknown' });
    return faults;
  });
  const represented = programme.actors
    .filter((actor) => actor.representedBy !== null && !actors.has(actor.representedBy))
    .map((actor) => ({ path: ['programme', 'actors', actor.code], message: 'actor_unknown' }));
  return [...phases, ...represented];
}

function calendarFaults({ calendar, programme }: ReferencePack): Inconsistency[] {
  const countries = new Set(programme.countries.map((country) => country.code));
  const quarters = calendar.quarters.flatMap((entry, index) => {
    const path = ['calendar', 'quarters', index];
    const previous = calendar.quarters[index - 1];
    const faults: Inconsistency[] = [];
    if (previous !== undefined && shiftQuarter(previous.quarter, 1) !== entry.quarter)
      faults.push({ path, message: 'quarter_gap' });
    if (entry.start !== quarterStart(entry.quarter) || entry.end !== quarterEnd(entry.quarter))
      faults.push({ path, message: 'quarter_days' });
    if (entry.deadline < shiftDay(entry.end, 1)) faults.push({ path, message: 'deadline_inside_quarter' });
    return faults;
  });
  const expectations = calendar.expectations.flatMap((expectation, index) => {
    const path = ['calendar', 'expectations', index];
    const previous = calendar.expectations[index - 1];
    const faults: Inconsistency[] = [];
    if (expectation.until !== null && expectation.until < expectation.from)
      faults.push({ path, message: 'end_before_start' });
    if (previous !== undefined && (previous.until === null || previous.until >= expectation.from))
      faults.push({ path, message: 'expectations_overlap' });
    if (new Set(expectation.committees).size !== expectation.committees.length)
      faults.push({ path, message: 'code_twice' });
    for (const committee of expectation.committees)
      if (!countries.has(committee)) faults.push({ path, message: 'country_unknown' });
    return faults;
  });
  return [...quarters, ...expectations];
}

function regionFaults({ regions, programme }: ReferencePack): Inconsistency[] {
  const countries = new Set(programme.countries.map((country) => country.code));
  const byCode = new Map(regions.map((region) => [region.code, region]));
  return regions.flatMap((region, index) => {
    const path = ['regions', index];
    const faults: Inconsistency[] = [];
    if (!countries.has(region.country) || !region.code.startsWith(`${region.country}-`))
      faults.push({ path, message: 'country_unknown' });
    for (const other of [region.parent, region.splitFrom])
      if (other !== null && byCode.get(other)?.country !== region.country)
        faults.push({ path, message: 'region_unknown' });
    if (region.splitFrom !== null && (region.validFrom === null || region.splitFrom === region.code))
      faults.push({ path, message: 'split_without_date' });
    return faults;
  });
}

/** Parses a reference pack, shipped or received: closed shape, and references that hold (`findInconsistencies`). */
export const referencePackSchema = referencePackShape.superRefine((pack, context) => {
  for (const { path, message } of findInconsistencies(pack))
    context.addIssue({ code: 'custom', path: [...path], message });
});
