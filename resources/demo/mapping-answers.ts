import type { ReferencePack } from '../../main/core/contract/programme/reference-pack';
import { typeset } from './french';
import type { Random } from './random';
import type { DemoMappingAnswers, DemoRegisterEntry } from './records';

/** What the mapping survey asks beyond the register of today: means, dialogue, capacities, how it was surveyed. */

const actions: Readonly<Record<string, string>> = {
  reception_orientation: "Permanence d'accueil deux jours par semaine.",
  returnees_support: 'Accompagnement individuel de personnes de retour.',
  rights_protection: 'Consultations juridiques gratuites.',
  advocacy_awareness: 'Campagne annuelle de sensibilisation.',
  economic_integration: 'Formations courtes et mise en relation avec les employeurs.',
  children: "Soutien scolaire et groupes d'écoute.",
};

const challenges = [
  "Pas de local permanent ; les réunions se tiennent chez l'un des membres.",
  'Peu de personnes formées au suivi des projets.',
  'Financements irréguliers, au trimestre le trimestre.',
  "Accès difficile aux responsables de l'administration régionale.",
  'Adhérents dispersés et transports coûteux.',
] as const;

const relations = [
  "Échanges réguliers avec la direction régionale de l'action sociale.",
  'Invitée une fois par an aux réunions de la commune.',
  'Convention signée avec la municipalité pour une permanence.',
  'Aucune réponse aux deux derniers courriers.',
] as const;

const experiences = [
  'A porté une note commune sur les titres de séjour en 2024.',
  "A participé à l'atelier national sur la stratégie migratoire.",
  'A accompagné une délégation auprès du conseil régional.',
] as const;

const funders = [
  'Cotisations et dons de membres.',
  'Cotisations ; une fondation fictive, la Fondation Grand-Large.',
  'Subvention de la commune et appui ponctuel de la diaspora.',
] as const;

const surveyors = ['Enquêtrice A (fictive)', 'Enquêteur B (fictif)', 'Équipe du comité (fictive)'] as const;

/** Answers of one organisation; one that was not surveyed has none. */
export function drawMappingAnswers(
  organisation: DemoRegisterEntry,
  pack: ReferencePack,
  random: Random,
): DemoMappingAnswers {
  if (organisation.surveyDate === null) return silence;
  const members = (organisation.membersWomen ?? 0) + (organisation.membersMen ?? 0);
  const maybe = <T>(percent: number, value: T): T | null => (random.chance(percent) ? value : null);
  const staff = staffOf(organisation.staffBand, random);
  return {
    ...silence,
    actions: firstAction(organisation.themes),
    otherPhone: null,
    whatsapp: maybe(55, organisation.phone),
    localities: maybe(70, organisation.locality),
    ...staff,
    membersBand: bandOf(members),
    funders: maybe(65, typeset(random.pick(funders))),
    networks: maybe(30, 'Réseau Passerelles (fictif)'),
    dialogueLevels: codesOf(pack, 'dialogueLevels', random, 2),
    dialogueQuality: maybe(85, random.pick(pack.lists.dialogueQualities).code),
    partnershipKind: maybe(60, random.pick(pack.lists.partnershipKinds).code),
    authorityRelations: maybe(60, typeset(random.pick(relations))),
    dialogueExperience: maybe(35, typeset(random.pick(experiences))),
    skillsOffered: codesOf(pack, 'capacityDomains', random, 3),
    challenges: maybe(75, typeset(random.pick(challenges))),
    surveyor: random.pick(surveyors),
    surveySource: maybe(50, 'Entretien avec le bureau'),
    surveySheet: null,
    surveyReliability: random.weighted([
      [60, 'high'],
      [30, 'medium'],
      [10, 'low'],
    ] as const),
  };
}

const silence: DemoMappingAnswers = {
  otherName: null,
  actions: null,
  otherPhone: null,
  whatsapp: null,
  socialMedia: null,
  localities: null,
  latitude: null,
  longitude: null,
  staffWomen: null,
  staffMen: null,
  membersBand: null,
  funders: null,
  networks: null,
  dialogueLevels: [],
  dialogueQuality: null,
  partnershipKind: null,
  authorityRelations: null,
  dialogueExperience: null,
  skillsOffered: [],
  skillsNotes: null,
  challenges: null,
  surveyor: null,
  surveySource: null,
  surveySheet: null,
  surveyReliability: null,
};

function firstAction(themes: readonly string[]): string | null {
  const known = themes.map((theme) => actions[theme]).find((action) => action !== undefined);
  return known === undefined ? null : typeset(known);
}

/** Numbers that agree with the band of the sheet. */
function staffOf(
  band: string | null,
  random: Random,
): { staffWomen: number | null; staffMen: number | null } {
  if (band === null || band === 'none') return { staffWomen: null, staffMen: null };
  const most = band === 'under_5' ? 2 : band === '5_19' ? 8 : 20;
  return { staffWomen: random.int(1, most), staffMen: random.int(1, most) };
}

/** Bands of the real cartographies (DOMAIN.md §0). */
function bandOf(members: number): string | null {
  if (members === 0) return null;
  if (members <= 10) return '1_10';
  if (members <= 50) return '11_50';
  if (members <= 100) return '51_100';
  return members <= 1_000 ? 'over_100' : 'over_1000';
}

function codesOf(
  pack: ReferencePack,
  list: 'dialogueLevels' | 'capacityDomains',
  random: Random,
  most: number,
): readonly string[] {
  const codes = pack.lists[list].map((item) => item.code).filter((code) => code !== 'other');
  const chosen = random.sample(codes, random.int(0, most));
  return codes.filter((code) => chosen.includes(code));
}
