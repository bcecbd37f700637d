/** What an organisation says of its work, by theme code of the reference pack; each phrase completes another. */
export const missions: Readonly<Record<string, readonly string[]>> = {
  reception_orientation: [
    'accueillir et orienter les personnes migrantes à leur arrivée',
    "tenir une permanence d'écoute et d'orientation ouverte à tous",
  ],
  returnees_support: [
    'accompagner les personnes de retour dans leurs démarches et leurs projets',
    'préparer avec les familles le retour et la réinsertion des leurs',
  ],
  humanitarian_assistance: [
    'distribuer des vivres et des trousses d’hygiène aux personnes en transit',
    "assurer un hébergement d'urgence aux personnes les plus exposées",
  ],
  social_cohesion: [
    'organiser des rencontres entre habitants et personnes migrantes',
    'prévenir les tensions de voisinage par la médiation',
  ],
  rights_protection: [
    "informer les personnes migrantes de leurs droits et les assister devant l'administration",
    'défendre les personnes victimes de violences ou de discriminations',
  ],
  education_health: [
    "faciliter l'inscription à l'école et l'accès aux soins",
    'accompagner les femmes enceintes et les jeunes enfants vers les centres de santé',
  ],
  children: [
    'protéger les enfants en déplacement et les mineurs non accompagnés',
    'animer des ateliers de soutien scolaire pour les enfants de migrants',
  ],
  gender: [
    'soutenir les femmes migrantes et leurs initiatives économiques',
    'lutter contre les violences faites aux femmes sur les routes migratoires',
  ],
  migration_governance: [
    'suivre les politiques migratoires et faire entendre la voix des associations',
    "contribuer à l'élaboration et à l'évaluation de la stratégie migratoire nationale",
  ],
  economic_integration: [
    'former aux métiers et aider à la création de petites entreprises',
    'mettre en relation les jeunes et les employeurs de la région',
  ],
  migration_development: [
    "orienter l'épargne de la diaspora vers des projets utiles aux communes",
    'relier les associations de ressortissants et les collectivités locales',
  ],
  advocacy_awareness: [
    'sensibiliser le public et les élus aux réalités de la migration',
    'mener des campagnes de plaidoyer pour le respect des droits humains',
  ],
  irregular_migration_free_movement: [
    'informer les jeunes sur les risques de la migration irrégulière et sur les voies légales',
    'faire connaître les règles de la libre circulation et signaler les abus aux frontières',
  ],
  other: ['conserver et transmettre la mémoire des parcours migratoires'],
};
