import type { DomainTotals, Matrix, MatrixRow } from '../../contract/members/cartography-operations';
import { levelInForce } from '../rules';

/** Needs by organisation and domain, with totals, strengths and gaps. Pure. */

/** A need counts as unmet from this level on (needLevels: 2 = marked). */
export const unmetFrom = 2;
const urgent = 3;
const high = 1;

export interface SurveyedNeed {
  readonly organisation: string;
  readonly domain: string;
  readonly level: number;
  /** Takes the place of the first level. */
  readonly reassessedLevel: number | null;
  readonly priority: number | null;
}

export interface MatrixOrganisation {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly region: string | null;
  readonly skillsOffered: readonly string[] | null;
}

/**
 * The matrix of some organisations over these domains. Several needs of one domain at one organisation are shown as the
 * strongest. No need noted is an empty cell, never zero.
 */
export function matrixOf(
  organisations: readonly MatrixOrganisation[],
  needs: readonly SurveyedNeed[],
  domains: readonly string[],
): Matrix {
  const strongest = new Map<string, SurveyedNeed>();
  for (const need of needs) {
    const key = `${need.organisation} ${need.domain}`;
    const known = strongest.get(key);
    if (known === undefined || isStronger(need, known)) strongest.set(key, need);
  }
  const rows = organisations.map((organisation): MatrixRow => {
    const cells = domains.map((domain) => {
      const need = strongest.get(`${organisation.id} ${domain}`);
      return need === undefined ? null : { level: levelInForce(need), priority: need.priority };
    });
    return {
      id: organisation.id,
      name: organisation.name,
      acronym: organisation.acronym,
      region: organisation.region,
      cells,
      skills: domains.map((domain) => organisation.skillsOffered?.includes(domain) ?? false),
      unmet: cells.filter((cell) => cell !== null && cell.level >= unmetFrom).length,
    };
  });
  return { rows, domains: domains.map((domain, index) => totalsOf(domain, index, rows)) };
}

function isStronger(need: SurveyedNeed, known: SurveyedNeed): boolean {
  const [level, other] = [levelInForce(need), levelInForce(known)];
  if (level !== other) return level > other;
  return (need.priority ?? 99) < (known.priority ?? 99);
}

function totalsOf(domain: string, index: number, rows: readonly MatrixRow[]): DomainTotals {
  const cells = rows.flatMap((row) => row.cells[index] ?? []);
  return {
    domain,
    levels: [0, 1, 2, 3].map((level) => cells.filter((cell) => cell.level === level).length),
    notAsked: rows.length - cells.length,
    offered: rows.filter((row) => row.skills[index]).length,
    highPriority: cells.filter((cell) => cell.level >= unmetFrom && cell.priority === high).length,
  };
}

/** Organisations with a marked or urgent need in a domain. */
export function unmetIn({ levels }: DomainTotals): number {
  return (levels[unmetFrom] ?? 0) + (levels[urgent] ?? 0);
}

/** Organisations with an urgent need in a domain. */
export function urgentIn({ levels }: DomainTotals): number {
  return levels[urgent] ?? 0;
}

/** Domains in which organisations can train others or need nothing, most first. */
export function strengthsOf(domains: readonly DomainTotals[]): readonly DomainTotals[] {
  const strength = (totals: DomainTotals) => totals.offered + (totals.levels[0] ?? 0);
  return domains
    .filter((totals) => strength(totals) > 0)
    .sort((one, other) => other.offered - one.offered || strength(other) - strength(one));
}

/** Domains with marked or urgent needs, the most urgent first, then those in which nobody can train. */
export function gapsOf(domains: readonly DomainTotals[]): readonly DomainTotals[] {
  return domains
    .filter((totals) => unmetIn(totals) > 0)
    .sort(
      (one, other) =>
        urgentIn(other) - urgentIn(one) || unmetIn(other) - unmetIn(one) || one.offered - other.offered,
    );
}
