import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { demoCountries, generateCommitteeDemo } from '../../../resources/demo/committee';
import { needles } from '../../../resources/demo/needles';
import type { CommitteeDemo } from '../../../resources/demo/records';
import { writeJson } from '../../core/files';
import { referencePack } from '../../core/programme/pack';
import { required, type ToolCall, UsageError } from '../arguments';
import { demoPassphrase, demoSeed, enrolmentDay, lastRound, leadCode, rounds } from './constants';
import { enrol, firstStart, makeRoot } from './enrolment';
import { Installation } from './installation';
import { typeQuarter, typeRegister } from './records';

/** Mark of a folder that the demonstration made and may therefore make anew. */
const summaryName = 'summary.json';

interface PackageFile {
  readonly path: string;
  readonly kind: 'report' | 'slip' | 'register' | 'invite' | 'enrol';
  readonly from: string;
  readonly to: readonly string[];
  readonly period: string | null;
  readonly revision: number;
}

/**
 * Plays the whole cycle on fictive committees through the real core (DESIGN.md §10): first starts, enrolment, registers
 * typed, quarters signed and sent, verified, accepted or returned, slips read, the region consolidated. Everything it
 * makes stands in `--out`; its summary in `summary.json`, with paths relative to the folder that holds `--out`.
 */
export async function playDemo(call: ToolCall): Promise<Readonly<Record<string, unknown>>> {
  const out = resolve(required(call, 'out'));
  emptyFolder(out);
  const shown = (path: string) => relative(dirname(out), path).replaceAll('\\', '/');
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const packages: PackageFile[] = [];
  const folder = (name: string) => {
    mkdirSync(join(out, 'packages', name), { recursive: true });
    return join(out, 'packages', name);
  };

  const coordination = new Installation(leadCode, out, enrolmentDay);
  const committees = demoCountries.map((code) => new Installation(code, out, enrolmentDay));
  try {
    say('Premier démarrage de la coordination, clé racine, registre n° 1');
    await firstStart(coordination, 'coordination');
    const rootFile = await makeRoot(coordination, out);
    let register = '';
    for (const committee of committees) {
      say(`${committee.code} : premier démarrage et enrôlement`);
      await firstStart(committee, 'committee');
      const files = await enrol(coordination, committee, folder('enrolment'), rootFile);
      register = files.register;
      const between = { period: null, revision: 0 } as const;
      packages.push(
        { path: shown(files.invitation), kind: 'invite', from: leadCode, to: [committee.code], ...between },
        { path: shown(files.request), kind: 'enrol', from: committee.code, to: [leadCode], ...between },
        { path: shown(files.register), kind: 'register', from: leadCode, to: ['*'], ...between },
      );
    }
    const played: CommitteeDemo[] = [];
    for (const [number, round] of rounds.entries()) {
      const last = number === rounds.length - 1;
      await coordination.openOn(round.today, 0);
      for (const committee of committees) {
        const demo = generateCommitteeDemo({
          pack: referencePack,
          country: committee.code,
          seed: demoSeed,
          ...round,
        });
        await committee.openOn(round.today, 0);
        if (number === 0) {
          say(
            `${committee.code} : ${demo.organisations.length} organisations, ${demo.persons.length} personnes`,
          );
          await typeRegister(committee, demo);
          played.push(demo);
        }
        if (last && committee.code === lastRound.silent) continue;
        await typeQuarter(committee, demo);
        await committee.openOn(round.today, 1);
        const signed = await committee.call('quarter.sign', {
          quarter: round.quarter,
          passphrase: demoPassphrase,
        });
        const report = await committee.write(folder(round.quarter), signed);
        packages.push({
          path: shown(report),
          kind: 'report',
          from: committee.code,
          to: [leadCode],
          period: round.quarter,
          revision: 0,
        });
        const received = await coordination.open(report);
        if (received.kind !== 'report')
          throw new Error(`${committee.code}: the report was read as ${received.kind}`);
        if (last && committee.code === lastRound.unread) {
          say(`${committee.code} : ${round.quarter} reçu, à examiner`);
          continue;
        }
        const slip = await decide(coordination, received.submission, last ? committee.code : '');
        const answer = await coordination.write(folder(round.quarter), slip);
        packages.push({
          path: shown(answer),
          kind: 'slip',
          from: leadCode,
          to: [committee.code],
          period: round.quarter,
          revision: 0,
        });
        const read = await committee.open(answer);
        say(
          `${committee.code} : ${round.quarter} ${read.kind === 'slip' ? decisionWord[read.decision] : read.kind}`,
        );
      }
    }
    const lastQuarter = rounds[rounds.length - 1]?.quarter ?? '';
    const { figures } = await coordination.call('consolidation.logframe', { upTo: lastQuarter });
    const organisations = await coordination.call('consolidation.organisations', {
      by: 'country',
      upTo: lastQuarter,
    });
    const everybody = [coordination, ...committees];
    const summary = {
      packages,
      workspaces: everybody.map((laptop) => ({
        path: shown(laptop.folder),
        role: laptop.code === leadCode ? 'coordination' : 'committee',
        code: laptop.code,
        passphrase: demoPassphrase,
        profile: shown(laptop.profile),
      })),
      needles: needles(played),
      register: shown(register),
    };
    writeJson(join(out, summaryName), summary);
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
  } finally {
    for (const laptop of [coordination, ...committees]) laptop.close();
  }
}

const decisionWord = {
  accepted: 'accepté',
  accepted_with_remarks: 'accepté avec remarques',
  returned: 'à corriger',
} as const;

/** What the coordination answers; `code` is empty in the rounds where everybody is accepted. */
async function decide(
  coordination: Installation,
  submission: string,
  code: string,
): Promise<{ outbox: string; fileName: string }> {
  const { rows } = await coordination.call('submissions.difference', {
    id: submission,
    table: 'activity_lines',
    nature: null,
    search: '',
    offset: 0,
    limit: 1,
  });
  const line = rows[0];
  const remark = (text: string) =>
    line ? [{ table: line.table, record: line.record, field: 'quantity', title: line.title, text }] : [];
  const common = { id: submission, confirmation: null, passphrase: demoPassphrase };
  if (code === lastRound.returned) {
    return coordination.call('submissions.decide', {
      ...common,
      decision: 'returned',
      general: 'Merci pour cet envoi. Un chiffre reste à vérifier avant de l’accepter.',
      remarks: remark(
        'Ce total paraît compter deux fois le même atelier. Merci de vérifier la feuille de présence.',
      ),
      deadline: '2026-10-15',
    });
  }
  if (code === lastRound.remarked) {
    return coordination.call('submissions.decide', {
      ...common,
      decision: 'accepted_with_remarks',
      general: '',
      remarks: remark(
        'Bien reçu. Au prochain trimestre, précisez le lieu et le nombre d’organisations présentes.',
      ),
      deadline: null,
    });
  }
  return coordination.call('submissions.decide', {
    ...common,
    decision: 'accepted',
    general: '',
    remarks: [],
    deadline: null,
  });
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
