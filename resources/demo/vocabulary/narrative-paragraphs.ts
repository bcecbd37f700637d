/** Seven paragraphs of each kind, one for each committee; `{…}` are filled by narrative.ts. */

export const openings: readonly string[] = [
  "Le registre compte désormais {organisations} organisations, réparties dans {regions} {regionsWord}. Parmi elles, {surveyed} ont fait l'objet d'une enquête et {verified} fiches ont été vérifiées depuis moins d'un an.",
  'Fin {month3}, le comité suivait {organisations} organisations, dont {members} siègent en son sein. Les femmes représentent {womenShare} % des personnes de contact.',
  "Le comité s'est réuni {at1} en {month1}, puis {at2} en {month3}. Le registre a été tenu à jour d'une réunion à l'autre : il décrit {organisations} organisations et {needs} besoins en renforcement.",
  'Le registre réunit {organisations} organisations présentes dans {regions} {regionsWord} ; {surveyed} ont été enquêtées et {persons} personnes de contact y figurent.',
  'Trimestre dense pour le comité : {organisations} organisations au registre, {members} membres actifs et {needs} besoins relevés, dont {urgent} jugés urgents.',
  'La mobilisation des associations se confirme, surtout {at2}. Le registre est passé à {organisations} organisations, dont {surveyed} décrites après enquête.',
  'Les {members} organisations membres ont consacré le trimestre au suivi des {organisations} fiches du registre et à la préparation des échanges avec les autorités.',
];

export const highlights: readonly string[] = [
  'À noter : pour la première fois, une association de migrants a animé elle-même une séance du comité, {at1}.',
  'Les autorités locales {of2} ont accepté de désigner un interlocuteur permanent, ce que le comité demandait depuis un an.',
  "La qualité des échanges avec les services publics s'améliore : les réponses écrites arrivent désormais en moins d'un mois.",
  "Deux organisations de jeunes ont rejoint les travaux et apportent une aide précieuse pour l'information en ligne.",
  'Les associations de femmes ont obtenu que la garde des enfants soit assurée pendant les formations.',
  'Une radio locale {of1} ouvre chaque semaine son antenne aux organisations du comité.',
  "Le groupe de travail sur l'accès aux droits a rendu une note de quatre pages, reprise presque mot pour mot dans la contribution nationale.",
];

export const difficulties: readonly string[] = [
  "Les coupures d'électricité et une connexion irrégulière {at2} ont retardé la saisie des fiches. Le comité a travaillé hors ligne, puis complété le registre {at1}.",
  'Le versement tardif de la deuxième tranche a obligé à resserrer le calendrier. Les frais de transport des associations éloignées restent le principal obstacle à leur participation.',
  "Plusieurs interlocuteurs ont changé dans les services de l'État ; il a fallu reprendre les présentations depuis le début.",
  "Certaines organisations hésitent à donner leurs coordonnées, par crainte d'être exposées. Le comité a pris le temps d'expliquer à quoi sert le consentement, et il respecte les refus.",
  "L'état des routes a rendu plusieurs localités difficiles d'accès en {month2} ; trois entretiens ont dû se faire par téléphone.",
  "Les organisations les plus petites n'ont pas de salarié : leurs bénévoles ne sont disponibles que le soir et en fin de semaine, ce qui allonge les délais.",
  "Les chiffres transmis par les services publics ne sont pas ventilés par sexe, ce qui limite l'analyse. Une demande écrite a été déposée en {month3}.",
];

export const closings: readonly string[] = [
  'Le comité se réunira {at1} en {next1} pour valider le calendrier.',
  'Les fiches de plus de douze mois seront vérifiées par téléphone avant la fin du prochain trimestre.',
  "Une réunion avec les services de l'État est demandée pour le mois suivant la remise de ce rapport.",
  "Le point focal rendra visite aux associations {of2} qui n'ont pas encore pu participer.",
  'Un appel à candidatures sera ouvert pour renforcer la présence des femmes au bureau du comité.',
  'Le comité préparera avec la coordination sa contribution à la concertation régionale.',
  'Deux organisations, {at1} et {at2}, seront invitées à rejoindre le comité après vérification de leur fiche.',
];
