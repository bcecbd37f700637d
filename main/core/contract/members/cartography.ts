/**
 * The programme's own cartography layout (DOMAIN.md §0), as its public map reads it: sixteen columns, then one column
 * of `x` for each theme.
 */
export const cartographyColumns = [
  { heading: 'maj', target: 'verifiedOn' },
  { heading: 'pays', target: 'country' },
  { heading: 'coordo_x', target: 'longitude' },
  { heading: 'coordo_y', target: 'latitude' },
  { heading: 'nom', target: 'name' },
  { heading: 'adresse', target: 'address' },
  { heading: 'indic', target: 'prefix' },
  { heading: 'numero', target: 'phone' },
  { heading: 'autre_numero', target: 'otherPhone' },
  { heading: 'email', target: 'email' },
  { heading: 'internet', target: 'website' },
  { heading: 'statut', target: 'legalStatus' },
  { heading: 'annee', target: 'foundedYear' },
  { heading: 'budget', target: 'budgetBracket' },
  { heading: 'dialogue', target: 'dialogueQuality' },
  { heading: 'intervention', target: 'scale' },
] as const;

/** Headings of the theme columns where no imported file gave others, by code of the list `themes`. */
export const cartographyThemes: Readonly<Record<string, string>> = {
  reception_orientation: 'accueil/assistance/orientation',
  returnees_support: 'accompagnement des migrants de retour',
  humanitarian_assistance: 'assistance humanitaire',
  social_cohesion: 'cohésion sociale et vivre ensemble',
  rights_protection: 'droit et protection',
  education_health: 'éducation et santé',
  children: 'enfants',
  gender: 'genre',
  migration_governance: 'gouvernance et politiques migratoires',
  economic_integration: 'formation/insertion/intégration économique',
  migration_development: 'migration et développement',
  advocacy_awareness: 'plaidoyer et sensibilisation',
  irregular_migration_free_movement: 'prévention migration irrégulière et libre circulation',
  other: 'autre',
};
