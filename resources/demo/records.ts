import type { Quarter } from '../../main/core/contract/programme/quarter';

/**
 * Records of one fictive committee, as a secretary would have typed them: plain values, no identifiers. Field names are
 * those of `main/core/contract/members/fields.ts`; codes are those of the reference pack. Days are `YYYY-MM-DD`.
 */
export interface DemoRegisterEntry {
  readonly name: string;
  readonly nameArabic: string | null;
  readonly acronym: string | null;
  readonly type: string;
  readonly legalStatus: string | null;
  readonly registrationNumber: string | null;
  readonly registrationDate: string | null;
  readonly foundedYear: number | null;
  readonly country: string;
  readonly region: string;
  readonly locality: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly contactLanguage: string | null;
  readonly mission: string | null;
  readonly scale: string | null;
  readonly themes: readonly string[];
  readonly publics: readonly string[];
  /** Regions where it works. */
  readonly regions: readonly string[];
  readonly staffBand: string | null;
  readonly volunteersCount: number | null;
  readonly membersWomen: number | null;
  readonly membersMen: number | null;
  readonly budgetBracket: string | null;
  readonly status: string;
  readonly surveyMethod: string | null;
  readonly surveyDate: string | null;
  readonly verifiedOn: string | null;
  /** Null: not asked yet. */
  readonly publicationConsent: boolean | null;
  readonly notes: string;
  /** Words of the committee's own. */
  readonly labels: readonly string[];
}

/** What the mapping survey adds to a sheet. */
export interface DemoMappingAnswers {
  readonly otherName: string | null;
  readonly actions: string | null;
  readonly otherPhone: string | null;
  readonly whatsapp: string | null;
  readonly socialMedia: string | null;
  readonly localities: string | null;
  /** Degrees as decimal text. */
  readonly latitude: string | null;
  readonly longitude: string | null;
  readonly staffWomen: number | null;
  readonly staffMen: number | null;
  readonly membersBand: string | null;
  readonly funders: string | null;
  readonly networks: string | null;
  readonly dialogueLevels: readonly string[];
  readonly dialogueQuality: string | null;
  readonly partnershipKind: string | null;
  readonly authorityRelations: string | null;
  readonly dialogueExperience: string | null;
  readonly skillsOffered: readonly string[];
  readonly skillsNotes: string | null;
  readonly challenges: string | null;
  readonly surveyor: string | null;
  readonly surveySource: string | null;
  readonly surveyReliability: string | null;
  readonly surveySheet: string | null;
}

export type DemoOrganisation = DemoRegisterEntry & DemoMappingAnswers;

export interface DemoAffiliation {
  /** Place in `organisations`, from 0. */
  readonly organisationIndex: number;
  /** Title as the person bears it: "Présidente". */
  readonly role: string;
  readonly isMainContact: boolean;
  readonly since: string | null;
}

export interface DemoConsent {
  readonly purpose: string;
  readonly manner: string;
  readonly givenOn: string;
  readonly expiresOn: string | null;
}

export interface DemoPerson {
  readonly fullName: string;
  readonly nameArabic: string | null;
  readonly civility: string | null;
  readonly sex: string;
  readonly ageBand: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: string;
  readonly preferredContact: string | null;
  readonly confidential: boolean;
  readonly affiliations: readonly DemoAffiliation[];
  /** Empty for those who gave none: only their sex and age band may be counted outside. */
  readonly consents: readonly DemoConsent[];
}

export interface DemoNeed {
  readonly organisationIndex: number;
  readonly domain: string;
  /** 0 (none) to 3 (urgent). */
  readonly level: number;
  readonly targetLevel: number;
  /** 1 comes first. */
  readonly priority: number;
  readonly source: string;
  readonly assessedOn: string;
}

export interface DemoActivityLine {
  readonly code: string;
  readonly state: string;
  /** Done in this quarter; null: nothing typed. */
  readonly quantity: number | null;
  readonly comment: string;
}

export interface DemoNarrative {
  readonly highlights: string;
  readonly difficulties: string;
  readonly nextSteps: string;
}

export interface CommitteeDemo {
  readonly country: string;
  readonly quarter: Quarter;
  readonly organisations: readonly DemoOrganisation[];
  readonly persons: readonly DemoPerson[];
  readonly needs: readonly DemoNeed[];
  readonly activities: readonly DemoActivityLine[];
  readonly narrative: DemoNarrative;
}
