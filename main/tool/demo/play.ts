import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { drawRegisterLife, type RegisterLife, registerAt } from '../../../resources/demo/between-quarters';
import { generateCommitteeDemo } from '../../../resources/demo/committee';
import { needles } from '../../../resources/demo/needles';
import type { CommitteeDemo } from '../../../resources/demo/records';
import { writeJson } from '../../core/files';
import { referencePack } from '../../core/programme/pack';
import { required, type ToolCall, UsageError } from '../arguments';
import { dayBetween, demoPassphrase, demoSeed, lastRound, leadCode, rounds, secondCode } from './constants';
import { judgementInLastRound } from './decisions';
import { enrol, firstStart, makeRoot } from './enrolment';
import type { Installation } from './installation';
import { type TypedRegister, typeMeanwhile, typeQuarter, typeRegister } from './records';
import { answer, rectify, report } from './reporting';
import { type Stage, setStage } from './stage';

/** Mark of a folder that the demonstration made and may therefore make anew. */
const summaryName = 'summary.json';

type Round = (typeof rounds)[number];

/** A committee that plays: its laptop, its records and what becomes of them. */
interface Player {
  readonly committee: Installation;
  readonly demo: CommitteeDemo;
  readonly life: RegisterLife;
  readonly typed: TypedRegister;
}

/**
 * Plays the whole cycle on fictive committees through the real core (DESIGN.md §10): first starts, enrolment, registers
 * typed, quarters signed and sent, verified, accepted or returned, slips read, a rectification, registers that live on,
 * the region consolidated. Everything it makes stands in `--out`; its summary in `summary.json`, with paths relative to
 * the folder that holds `--out`.
 */
export async function playDemo(call: ToolCall): Promise<Readonly<Record<string, unknown>>> {
  const out = resolve(required(call, 'out'));
  emptyFolder(out);
  const stage = setStage(out);
  try {
    const register = await enrolEverybody(stage);
    const [first, last] = rounds;
    const players: Player[] = [];
    await openCoordinators(stage, first.today);
    for (const committee of stage.committees) players.push(await playFirstRound(stage, committee, first));
    await rectify(stage, first.quarter);
    for (const { committee, demo, life, typed } of players) {
      await committee.openOn(dayBetween, 0);
      await typeMeanwhile(committee, demo, life, typed);
    }
    await openCoordinators(stage, last.today);
    for (const player of players) await playLastRound(stage, player, last);
    writeSummary(stage, players, register);
    return await outcome(stage, last);
  } finally {
    stage.close();
  }
}

/** First starts, root, and the register that ends with everybody in it; gives its path. */
async function enrolEverybody(stage: Stage): Promise<string> {
  const { coordination, second, committees, say, note } = stage;
  say('Premier démarrage de la coordination, clé racine, registre n° 1');
  await firstStart(coordination, 'coordination');
  const places = { folder: stage.folder('enrolment'), rootFile: await makeRoot(coordination, stage.out) };
  let register = '';
  for (const party of [second, ...committees]) {
    say(`${party.code} : premier démarrage et enrôlement`);
    const role = party === second ? 'coordinator' : 'committee';
    await firstStart(party, party === second ? 'coordination' : 'committee');
    const files = await enrol(coordination, party, role, places);
    register = files.register;
    const between = { period: null, revision: 0 } as const;
    const coordinators = party === second ? [leadCode] : [leadCode, secondCode];
    note(files.invitation, { kind: 'invite', from: leadCode, to: [party.code], ...between });
    note(files.request, { kind: 'enrol', from: party.code, to: coordinators, ...between });
    note(files.register, { kind: 'register', from: leadCode, to: ['*'], ...between });
  }
  // The last one enrolled has read it already.
  for (const party of [second, ...committees.slice(0, -1)]) await party.open(register);
  return register;
}

async function openCoordinators({ coordination, second }: Stage, day: string): Promise<void> {
  await coordination.openOn(day, 0);
  await second.openOn(day, 0);
}

async function playFirstRound(stage: Stage, committee: Installation, round: Round): Promise<Player> {
  const drawn = demoOf(committee, round);
  const life = drawRegisterLife(drawn, demoSeed, dayBetween);
  const demo = demoOf(committee, round, registerAt(drawn, life, 'before'));
  await committee.openOn(round.today, 0);
  stage.say(`${committee.code} : ${life.knownAtFirst} organisations, ${demo.persons.length} personnes`);
  const typed = await typeRegister(committee, demo, life);
  await typeQuarter(committee, demo);
  await committee.openOn(round.today, 1);
  const submission = await report(stage, committee, round.quarter, 0);
  await answer(stage, committee, round.quarter, { submission, judgement: 'accepted', revision: 0 });
  return { committee, demo, life, typed };
}

async function playLastRound(stage: Stage, { committee, demo, life }: Player, round: Round): Promise<void> {
  await committee.openOn(round.today, 0);
  if (committee.code === lastRound.silent) return;
  await typeQuarter(committee, demoOf(committee, round, registerAt(demo, life, 'after')));
  await committee.openOn(round.today, 1);
  const submission = await report(stage, committee, round.quarter, 0);
  if (committee.code === lastRound.unread) {
    stage.say(`${committee.code} : ${round.quarter} reçu, à examiner`);
    return;
  }
  const judgement = judgementInLastRound(committee.code);
  await answer(stage, committee, round.quarter, { submission, judgement, revision: 0 });
}

/** Registers are drawn for the first round; later rounds have their own lines and narrative. */
function demoOf(
  { code }: Installation,
  { quarter, today }: Round,
  register?: Pick<CommitteeDemo, 'organisations' | 'persons' | 'needs'>,
): CommitteeDemo {
  const request = { pack: referencePack, country: code, seed: demoSeed, quarter, today };
  return generateCommitteeDemo(register ? { ...request, register } : request);
}

function writeSummary(stage: Stage, players: readonly Player[], register: string): void {
  const { coordination, second, committees, shown, packages } = stage;
  const workspaces = [coordination, second, ...committees].map((laptop) => ({
    path: shown(laptop.folder),
    role: laptop === coordination || laptop === second ? 'coordination' : 'committee',
    code: laptop.code,
    passphrase: demoPassphrase,
    profile: shown(laptop.profile),
  }));
  const names = needles(players.map((player) => player.demo));
  writeJson(join(stage.out, summaryName), {
    packages,
    workspaces,
    needles: names,
    register: shown(register),
  });
}

/** What the tool says at the end. */
async function outcome({ coordination, out, shown, packages }: Stage, { quarter: upTo }: Round) {
  const { figures } = await coordination.call('consolidation.logframe', { upTo });
  const organisations = await coordination.call('consolidation.organisations', { by: 'country', upTo });
  return {
    out: shown(out),
    packages: packages.length,
    organisations: organisations.total,
    countries: organisations.countriesIn,
    figures: Object.fromEntries(
      figures.map(({ activity, done, target }) => [activity, `${done ?? '—'} / ${target ?? '—'}`]),
    ),
    passphrase: demoPassphrase,
  };
}

/** Only a folder that the demonstration made itself is emptied. */
function emptyFolder(out: string): void {
  if (existsSync(out) && readdirSync(out).length > 0) {
    if (!existsSync(join(out, summaryName)) && !existsSync(join(out, 'workspaces'))) {
      throw new UsageError(`${out} is not empty and was not made by the demonstration`);
    }
    rmSync(out, { recursive: true });
  }
  mkdirSync(out, { recursive: true });
}
