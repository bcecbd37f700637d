import { and, eq, isNull } from 'drizzle-orm';
import { distinctPairs } from '../../../../db/schema';
import { write } from '../../changes/gesture';
import { createRecord, readRecord, type StoredRecord } from '../../changes/log';
import { causeOfPair } from '../../changes/undo';
import { DomainError } from '../../contract/errors';
import type {
  DuplicateKind,
  DuplicatePair,
  duplicateOperations,
} from '../../contract/members/duplicate-operations';
import type { Handlers } from '../../handler';
import type { OpenWorkspace } from '../../session';
import { viewOf } from '../service';
import type { Likeness } from './match';
import { linksOf, mergeRecords, referencesTo } from './merge';
import { compareOrganisations } from './organisations';
import { comparePersons } from './persons';
import { pairsOf, registerIndex } from './register-search';
import { leastScore, organisationProfile, personProfile } from './search';

/** What an operation answers about records that may be one. */

/** A name still being typed resembles less than a whole one. */
const leastWhileTyping = leastScore - 5;

export const duplicateHandlers: Handlers<typeof duplicateOperations> = {
  'duplicates.like': async (context, { kind, id, values, limit }) => {
    const workspace = context.workspace();
    const index = await registerIndex(context, kind);
    const candidate = id ?? '';
    const profile =
      kind === 'organisations'
        ? organisationProfile(candidate, { country: workspace.country, ...values })
        : personProfile(candidate, values, workspace.country, []);
    const apart = id === null ? new Set<string>() : toldApart(workspace, kind);
    return index
      .like(profile, leastWhileTyping)
      .filter((match) => id === null || !apart.has(keyOf(id, match.id)))
      .slice(0, limit)
      .map((match) => ({
        record: summaryOf(recordAt(workspace, kind, match.id)),
        score: match.score,
        reasons: match.reasons,
      }));
  },

  'duplicates.list': async (context, { kind, offset, limit }) => {
    const { compared, pairs } = await pairsOf(context, kind);
    const workspace = context.workspace();
    const apart = toldApart(workspace, kind);
    const committees = workspace.role === 'coordination' ? committeesOf(workspace, kind) : null;
    const shown = pairs.filter(
      ({ one, other }) =>
        !apart.has(keyOf(one, other)) &&
        (committees === null || committees.get(one) !== committees.get(other)),
    );
    return {
      total: shown.length,
      compared,
      pairs: shown.slice(offset, offset + limit).map(
        ({ one, other, score, reasons }): DuplicatePair => ({
          records: [summaryOf(recordAt(workspace, kind, one)), summaryOf(recordAt(workspace, kind, other))],
          score,
          reasons,
        }),
      ),
    };
  },

  'duplicates.compare': (context, { kind, one, other }) => {
    const workspace = context.workspace();
    const records = [livingAt(workspace, kind, one), livingAt(workspace, kind, other)] as const;
    return {
      ...likenessOf(workspace, kind, records),
      records: [viewOf(records[0]), viewOf(records[1])],
      links: referencesTo(workspace, kind).map((reference) => ({
        entity: reference.entity,
        counts: [linksOf(workspace, reference, one).length, linksOf(workspace, reference, other).length] as [
          number,
          number,
        ],
      })),
    };
  },

  'duplicates.dismiss': (context, { kind, one, other }) => {
    const workspace = context.workspaceOf('committee');
    livingAt(workspace, kind, one);
    livingAt(workspace, kind, other);
    const [first, second] = one < other ? [one, other] : [other, one];
    if (toldApart(workspace, kind).has(keyOf(first, second))) return {};
    write(
      workspace,
      (gesture) =>
        createRecord(gesture, 'distinctPairs', context.environment.newId(), { kind, first, second }),
      'undoable',
      causeOfPair('told_apart', kind, one),
    );
    return {};
  },

  'members.merge': (context, pair) => {
    const workspace = context.workspaceOf('committee');
    return write(
      workspace,
      (gesture) => mergeRecords(gesture, pair),
      'undoable',
      causeOfPair('merged', pair.kind, pair.kept.id),
    );
  },
};

function likenessOf(
  workspace: OpenWorkspace,
  kind: DuplicateKind,
  [one, other]: readonly [StoredRecord, StoredRecord],
): Likeness {
  if (kind === 'organisations') {
    return compareOrganisations(
      organisationProfile(one.id, one.values),
      organisationProfile(other.id, other.values),
    );
  }
  const profile = ({ id, values }: StoredRecord) =>
    personProfile(id, values, workspace.country, organisationsOfPerson(workspace, id));
  return comparePersons(profile(one), profile(other));
}

function organisationsOfPerson(workspace: OpenWorkspace, id: string): readonly string[] {
  return referencesTo(workspace, 'persons')
    .filter(({ entity }) => entity === 'affiliations')
    .flatMap((reference) => linksOf(workspace, reference, id))
    .map((link) => String(link.values.organisation));
}

function recordAt(workspace: OpenWorkspace, kind: DuplicateKind, id: string): StoredRecord {
  return readRecord(workspace.database, workspace.entities[kind], kind, id);
}

function livingAt(workspace: OpenWorkspace, kind: DuplicateKind, id: string): StoredRecord {
  const record = recordAt(workspace, kind, id);
  if (record.deletedAt !== null) throw new DomainError('record_missing', { entity: kind, id });
  return record;
}

function summaryOf({ id, committee, values }: StoredRecord): DuplicatePair['records'][number] {
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    id,
    committee,
    title: text('name') ?? text('fullName') ?? '',
    nameArabic: text('nameArabic'),
    acronym: text('acronym'),
    region: text('region'),
  };
}

/** The pairs that were judged to be two. */
function toldApart(workspace: OpenWorkspace, kind: DuplicateKind): ReadonlySet<string> {
  return new Set(
    workspace.database
      .select({ first: distinctPairs.first, second: distinctPairs.second })
      .from(distinctPairs)
      .where(and(eq(distinctPairs.kind, kind), isNull(distinctPairs.deletedAt)))
      .all()
      .map(({ first, second }) => keyOf(first, second)),
  );
}

function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function committeesOf(workspace: OpenWorkspace, kind: DuplicateKind): ReadonlyMap<string, string> {
  const rows = workspace.database.$client.prepare(`SELECT id, committee FROM ${kind}`).all() as {
    id: string;
    committee: string;
  }[];
  return new Map(rows.map(({ id, committee }) => [id, committee]));
}
