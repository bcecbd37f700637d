import { isNull } from 'drizzle-orm';
import { affiliations, organisations, persons } from '../../../../db/schema';
import type { RecordValues } from '../../changes/registry';
import { DomainError } from '../../contract/errors';
import type { DuplicateKind } from '../../contract/members/duplicate-operations';
import type { CallContext, OpenWorkspace } from '../../session';
import { takingTurns } from '../../turns';
import type { Likeness } from './match';
import type { PersonProfile } from './persons';
import type { OrganisationProfile } from './profile';
import { organisationIndex, personIndex, type RegisterIndex } from './register-index';
import { leastScore, organisationProfile, personProfile } from './search';

/**
 * The search for doubles over the open register. It is made once and then follows what changed: a record that was
 * typed since is compared anew, the others are not. It works in slices, so that other questions are answered between
 * them.
 */

interface Pair extends Likeness {
  readonly one: string;
  readonly other: string;
}

type Profile = OrganisationProfile | PersonProfile;

interface Search {
  readonly index: RegisterIndex<Profile>;
  /** What the index holds of each record: when this text changes, the record is compared anew. */
  readonly held: Map<string, string>;
  /** Records that were compared with all others. */
  readonly compared: Set<string>;
  /** Pairs by each of their two records. */
  readonly pairs: Map<string, Map<string, Pair>>;
  /** Callers follow one another. */
  turn: Promise<unknown>;
}

const searches = new WeakMap<OpenWorkspace, Record<DuplicateKind, Search>>();

function searchOf(workspace: OpenWorkspace, kind: DuplicateKind): Search {
  let both = searches.get(workspace);
  if (both === undefined) {
    const made = (index: RegisterIndex<Profile>): Search => ({
      index,
      held: new Map(),
      compared: new Set(),
      pairs: new Map(),
      turn: Promise.resolve(),
    });
    both = {
      organisations: made(organisationIndex() as RegisterIndex<Profile>),
      persons: made(personIndex() as RegisterIndex<Profile>),
    };
    searches.set(workspace, both);
  }
  return both[kind];
}

interface Compared {
  readonly id: string;
  /** Changes whenever something of what is compared may have changed. */
  readonly stamp: string;
  profile(): Profile;
}

/** Brings the search up to date and gives its pairs. Throws cancelled. */
export async function pairsOf(context: CallContext, kind: DuplicateKind) {
  const search = await upToDate(context, kind, 'pairs');
  const pairs: Pair[] = [];
  for (const [id, partners] of search.pairs) {
    for (const pair of partners.values()) if (pair.one === id) pairs.push(pair);
  }
  pairs.sort((a, b) => b.score - a.score || compareText(a.one, b.one) || compareText(a.other, b.other));
  return { compared: search.index.size, pairs };
}

/** The index of the register as it stands now, to look one candidate up. Throws cancelled. */
export async function registerIndex(
  context: CallContext,
  kind: DuplicateKind,
): Promise<RegisterIndex<Profile>> {
  return (await upToDate(context, kind, 'index')).index;
}

async function upToDate(
  context: CallContext,
  kind: DuplicateKind,
  wanted: 'index' | 'pairs',
): Promise<Search> {
  const workspace = context.workspace();
  const search = searchOf(workspace, kind);
  const act = () => follow(context, workspace, kind, search, wanted);
  search.turn = search.turn.then(act, act);
  await search.turn;
  if (context.workspace() !== workspace) throw new DomainError('cancelled');
  return search;
}

async function follow(
  context: CallContext,
  workspace: OpenWorkspace,
  kind: DuplicateKind,
  search: Search,
  wanted: 'index' | 'pairs',
): Promise<void> {
  await context.settled();
  if (context.workspace() !== workspace) throw new DomainError('cancelled');
  const records = kind === 'organisations' ? comparedOrganisations(workspace) : comparedPersons(workspace);
  const living = new Set(records.map((record) => record.id));
  for (const id of search.held.keys()) if (!living.has(id)) forget(search, id);
  const breathe = takingTurns(context, context.settled);
  const fresh = records.filter((record) => search.held.get(record.id) !== record.stamp);
  for (const [done, record] of fresh.entries()) {
    await breathe('prepare', done, fresh.length);
    forget(search, record.id);
    search.index.put(record.profile());
    search.held.set(record.id, record.stamp);
  }
  if (wanted === 'index') return;
  const waiting = records.filter((record) => !search.compared.has(record.id));
  const met = new Set<string>();
  for (const [done, { id }] of waiting.entries()) {
    await breathe('compare', done, waiting.length);
    notePairs(search, id, met);
    met.add(id);
    search.compared.add(id);
  }
}

function forget(search: Search, id: string): void {
  search.index.drop(id);
  search.held.delete(id);
  search.compared.delete(id);
  for (const partner of search.pairs.get(id)?.keys() ?? []) search.pairs.get(partner)?.delete(id);
  search.pairs.delete(id);
}

/** Compares one record with those it may resemble, but for those that met it already, and notes what is found. */
function notePairs(search: Search, id: string, met: ReadonlySet<string>): void {
  for (const { id: partner, score, reasons } of search.index.likeHeld(id, leastScore, met)) {
    const [one, other] = id < partner ? [id, partner] : [partner, id];
    const pair = { one, other, score, reasons };
    pairsOfRecord(search, id).set(partner, pair);
    pairsOfRecord(search, partner).set(id, pair);
  }
}

function pairsOfRecord(search: Search, id: string): Map<string, Pair> {
  const own = search.pairs.get(id) ?? new Map<string, Pair>();
  search.pairs.set(id, own);
  return own;
}

function comparedOrganisations(workspace: OpenWorkspace): readonly Compared[] {
  return workspace.database
    .select({
      id: organisations.id,
      revision: organisations.revision,
      name: organisations.name,
      nameArabic: organisations.nameArabic,
      acronym: organisations.acronym,
      phone: organisations.phone,
      email: organisations.email,
      website: organisations.website,
      registrationNumber: organisations.registrationNumber,
      country: organisations.country,
      region: organisations.region,
      locality: organisations.locality,
      foundedYear: organisations.foundedYear,
    })
    .from(organisations)
    .where(isNull(organisations.deletedAt))
    .orderBy(organisations.id)
    .all()
    .map(({ id, revision, ...values }) => ({
      id,
      stamp: String(revision),
      profile: () => organisationProfile(id, values),
    }));
}

function comparedPersons(workspace: OpenWorkspace): readonly Compared[] {
  const links = new Map<string, Set<string>>();
  const named = workspace.database
    .select({ person: affiliations.person, organisation: affiliations.organisation })
    .from(affiliations)
    .where(isNull(affiliations.deletedAt))
    .orderBy(affiliations.organisation)
    .all();
  for (const { person, organisation } of named) {
    links.set(person, (links.get(person) ?? new Set<string>()).add(organisation));
  }
  return workspace.database
    .select()
    .from(persons)
    .where(isNull(persons.deletedAt))
    .orderBy(persons.id)
    .all()
    .map((row) => {
      const own = [...(links.get(row.id) ?? [])];
      const values: RecordValues = row;
      return {
        id: row.id,
        stamp: [row.revision, ...own].join(' '),
        profile: () => personProfile(row.id, values, workspace.country, own),
      };
    });
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
