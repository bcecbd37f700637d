import type { CommitteeDemo } from './records';

/** Who sits on a fictive committee, its rules, and which organisations belong to a network. Nothing here is left to chance. */

export interface DemoSeat {
  /** Place in `organisations`, from 0. */
  readonly organisationIndex: number;
  /** Places in `persons`; null: not known. */
  readonly fullMemberIndex: number | null;
  readonly alternateIndex: number | null;
  readonly role: string;
  readonly since: string;
}

export interface DemoCommittee {
  readonly installedOn: string;
  readonly quorumPercent: number;
  readonly meetingFrequency: string;
  readonly priorityThemes: readonly string[];
  readonly seats: readonly DemoSeat[];
  /** Organisations of a network, as pairs of places in `organisations`: the member, the network. */
  readonly memberships: readonly (readonly [member: number, network: number])[];
}

const leadingRoles = ['chair', 'secretary', 'focal_point'];
const installedOn = '2025-09-18';
const largestNetwork = 5;

/** The committee made of the organisations that sit on it among the first `known` of a register. */
export function committeeOf(demo: CommitteeDemo, known: number): DemoCommittee {
  const seated = demo.organisations
    .slice(0, known)
    .map(({ status }, organisationIndex) => ({ status, organisationIndex }))
    .filter(({ status }) => status === 'member');
  return {
    installedOn,
    quorumPercent: 50,
    meetingFrequency: 'chaque premier mardi du mois',
    priorityThemes: frequentThemes(demo).slice(0, 2),
    seats: seated.map(({ organisationIndex }, place) => {
      const people = peopleOf(demo, organisationIndex);
      return {
        organisationIndex,
        fullMemberIndex: people[0] ?? null,
        alternateIndex: people[1] ?? null,
        role: leadingRoles[place] ?? 'member',
        since: installedOn,
      };
    }),
    memberships: membershipsOf(demo, known),
  };
}

/** Places of the persons in touch with an organisation, the main contact first. */
function peopleOf(demo: CommitteeDemo, organisationIndex: number): readonly number[] {
  return demo.persons
    .flatMap(({ affiliations }, index) =>
      affiliations
        .filter((link) => link.organisationIndex === organisationIndex)
        .map((link) => ({ index, isMain: link.isMainContact })),
    )
    .sort((one, other) => Number(other.isMain) - Number(one.isMain))
    .map(({ index }) => index);
}

function frequentThemes(demo: CommitteeDemo): readonly string[] {
  const counts = new Map<string, number>();
  for (const theme of demo.organisations.flatMap(({ themes }) => themes)) {
    counts.set(theme, (counts.get(theme) ?? 0) + 1);
  }
  return [...counts]
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .map(([theme]) => theme);
}

/** The first network of a register gathers associations of its own region, and some more. */
function membershipsOf(demo: CommitteeDemo, known: number): DemoCommittee['memberships'] {
  const organisations = demo.organisations.slice(0, known);
  const network = organisations.findIndex(({ type }) => type === 'network' || type === 'federation');
  if (network < 0) return [];
  return organisations
    .map(({ type }, index) => ({ type, index }))
    .filter(({ type, index }) => type === 'association' && index !== network)
    .slice(0, largestNetwork)
    .map(({ index }) => [index, network] as const);
}
