import { createRandom } from './random';
import type { CommitteeDemo } from './records';

/** What happens to a committee's register between two quarters; places are those in the lists of the demonstration. */
export interface RegisterLife {
  /** Organisations known from the beginning; the committee meets the others meanwhile. */
  readonly knownAtFirst: number;
  readonly changedOrganisations: readonly {
    readonly organisationIndex: number;
    readonly values: Readonly<Record<string, string | number>>;
  }[];
  /** Needs that a training or an accompaniment made smaller. */
  readonly changedNeeds: readonly { readonly needIndex: number; readonly level: number }[];
  /** An organisation that turned out to exist no longer; null when all do. */
  readonly trashed: number | null;
}

const metMeanwhile = 2;

type Register = Pick<CommitteeDemo, 'organisations' | 'persons' | 'needs'>;

/** The register as it stands before that life or after it: what the narrative of a quarter counts. */
export function registerAt(demo: CommitteeDemo, life: RegisterLife, moment: 'before' | 'after'): Register {
  const { organisations, persons, needs } = demo;
  if (moment === 'before') {
    const isKnown = ({ organisationIndex }: { readonly organisationIndex: number }) =>
      organisationIndex < life.knownAtFirst;
    return {
      organisations: organisations.slice(0, life.knownAtFirst),
      persons: persons.filter(({ affiliations }) => affiliations.length === 0 || affiliations.some(isKnown)),
      needs: needs.filter(isKnown),
    };
  }
  const valuesOf = (place: number) =>
    life.changedOrganisations
      .filter(({ organisationIndex }) => organisationIndex === place)
      .map(({ values }) => values);
  return {
    organisations: organisations
      .map((organisation, place) => Object.assign({}, organisation, ...valuesOf(place)))
      .filter((_, place) => place !== life.trashed),
    persons,
    needs: needs.map((need, place) => ({
      ...need,
      level: life.changedNeeds.find(({ needIndex }) => needIndex === place)?.level ?? need.level,
    })),
  };
}

/**
 * Draws that life. Pure: the same request gives the same. What leaves the register is less than a tenth of each table,
 * so that nobody is asked to confirm a mass change.
 * @param day on which the secretary writes it down, `YYYY-MM-DD`
 */
export function drawRegisterLife(demo: CommitteeDemo, seed: number, day: string): RegisterLife {
  const random = createRandom(`${seed}/${demo.country}/between`);
  const knownAtFirst = demo.organisations.length - metMeanwhile;
  const known = demo.organisations.slice(0, knownAtFirst).map((_, index) => index);
  const needy = new Set(demo.needs.map((need) => need.organisationIndex));
  // The first ones keep their place: a name that is searched for in the bytes is among them.
  const trashed = known.slice(3).find((index) => !needy.has(index)) ?? null;
  const [visited, grown, joined] = random.sample(
    known.filter((index) => index !== trashed),
    3,
  );
  const joins = demo.organisations.findIndex(
    ({ status }, index) => status === 'surveyed' && index < knownAtFirst && index !== trashed,
  );
  return {
    knownAtFirst,
    changedOrganisations: [
      { organisationIndex: visited ?? 0, values: { verifiedOn: day } },
      { organisationIndex: grown ?? 1, values: { volunteersCount: random.int(8, 60) } },
      { organisationIndex: joins < 0 ? (joined ?? 2) : joins, values: { status: 'member' } },
    ],
    changedNeeds: random.sample(
      demo.needs.flatMap(({ level, organisationIndex }, needIndex) =>
        level > 1 && organisationIndex < knownAtFirst ? [{ needIndex, level: level - 1 }] : [],
      ),
      2,
    ),
    trashed,
  };
}
