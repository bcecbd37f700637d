import type { ReferencePack } from '../../main/core/contract/programme/reference-pack';
import type { Random } from './random';
import type { DemoNeed, DemoOrganisation } from './records';

interface Setting {
  readonly pack: ReferencePack;
  readonly organisations: readonly DemoOrganisation[];
  /** The number of needs leaves this remainder when divided by seven: committees then never have the same number. */
  readonly rank: number;
  readonly random: Random;
}

/** Needs found by the survey, at most one for a domain in an organisation. */
export function drawNeeds({ pack, organisations, rank, random }: Setting): readonly DemoNeed[] {
  const domains = pack.lists.capacityDomains.map((domain) => domain.code).filter((code) => code !== 'other');
  const needs = organisations.flatMap((organisation, organisationIndex) => {
    const { surveyDate } = organisation;
    if (surveyDate === null) return [];
    return random
      .sample(domains, random.int(2, 5))
      .map((domain) => drawNeed(organisationIndex, domain, surveyDate, random));
  });
  return needs.slice(0, needs.length - ((needs.length - rank + 7) % 7));
}

function drawNeed(organisationIndex: number, domain: string, assessedOn: string, random: Random): DemoNeed {
  const level = random.weighted([
    [22, 1],
    [48, 2],
    [30, 3],
  ] as const);
  return {
    organisationIndex,
    domain,
    level,
    targetLevel: random.int(0, level - 1),
    priority: level === 3 ? 1 : random.int(2, 3),
    source: random.weighted([
      [60, 'interview'],
      [25, 'self_assessment'],
      [15, 'questionnaire'],
    ] as const),
    assessedOn,
  };
}
