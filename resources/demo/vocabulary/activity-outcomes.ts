/**
 * Seven outcomes for each activity of the programme, one for each committee: state, quantity done in the quarter (null:
 * nothing typed) and the secretary's comment. `{…}` are filled by activities.ts. Outcomes of regional events tell of the
 * one event of the quarter, so that several committees report it and the region counts it once. The activities of
 * objective 1 follow one another: their outcomes of the same place tell one story.
 */
export type Outcome = readonly [state: string, quantity: number | null, comment: string];

export const outcomes: Readonly<Record<string, readonly Outcome[]>> = {
  'A1.1.1': [
    [
      'done',
      1,
      'Cartographie achevée : {organisations} organisations recensées, dont {surveyed} enquêtées. Le rapport a été remis au comité en {month1}.',
    ],
    [
      'in_progress',
      0,
      'Revue documentaire terminée et entretiens engagés {at1}. Il reste à rencontrer les organisations les plus éloignées.',
    ],
    [
      'done',
      1,
      "Mise à jour faite : les fiches de plus d'un an ont été reprises une à une et les organisations disparues signalées.",
    ],
    [
      'in_progress',
      0,
      'Les entretiens avancent bien {at1} ; ceux qui restent à mener {at2} auront lieu en {next1}.',
    ],
    ['planned', 0, "Les termes de référence sont validés. L'équipe d'enquête commencera en {next1}."],
    [
      'done',
      1,
      'Étude rendue en {month2} et relue par trois membres du comité. Les besoins en renforcement sont saisis organisation par organisation.',
    ],
    [
      'postponed',
      0,
      "Reportée au trimestre suivant : l'enquêtrice retenue s'est désistée et un nouvel appel a été lancé en {month3}.",
    ],
  ],
  'A1.2.1': [
    [
      'done',
      1,
      'Atelier de restitution tenu {at1} en {month2} : {participants} personnes présentes, dont {women} femmes. Les organisations ont corrigé elles-mêmes leur fiche.',
    ],
    ['planned', 0, 'Prévu en {next1} {at1}, dès que le rapport de la cartographie aura été relu.'],
    [
      'in_progress',
      0,
      "La salle est réservée {at1} et les convocations sont parties. L'atelier se tiendra la première semaine du prochain trimestre.",
    ],
    ['planned', 0, 'La date sera fixée après la validation de la cartographie.'],
    ['planned', 0, "L'atelier suivra la cartographie ; aucune date n'est encore retenue."],
    [
      'done',
      1,
      'Résultats présentés {at1} devant {participants} personnes. Trois recommandations ont été ajoutées au rapport pendant la séance.',
    ],
    ['postponed', 0, 'Reporté en même temps que la cartographie, dont il doit présenter les résultats.'],
  ],
  'A1.2.2': [
    [
      'done',
      1,
      "Programme de travail adopté en {month3} sur deux thématiques : l'accueil et l'orientation, et l'accès aux droits.",
    ],
    [
      'in_progress',
      0,
      'Première version discutée {at1}. Les deux thématiques sont choisies ; le budget reste à préciser.',
    ],
    [
      'in_progress',
      0,
      'Un groupe de cinq organisations rédige le programme ; la seconde thématique fait encore débat.',
    ],
    ['planned', 0, "La rédaction commencera après l'atelier de restitution."],
    ['planned', 0, 'Chaque membre proposera deux thématiques à la prochaine réunion du comité.'],
    [
      'done',
      1,
      'Programme adopté par consensus {at1}. La seconde thématique, le retour et la réinsertion, a été retenue à la demande des associations des régions.',
    ],
    ['postponed', 0, 'Reporté au trimestre suivant, pour tenir compte des résultats de la cartographie.'],
  ],
  'A2.1.1': [
    [
      'in_progress',
      1,
      'Deux membres du comité, une femme et un homme, ont suivi la formation régionale tenue {training} en {month2}. Leur compte rendu a été partagé avec tous les membres.',
    ],
    [
      'in_progress',
      1,
      "Trois membres ont suivi la formation tenue {training} ; ils en ont restitué l'essentiel pendant la réunion de comité tenue en {month3}.",
    ],
    [
      'in_progress',
      1,
      'La secrétaire et le point focal ont suivi la formation tenue {training}. Les supports seront adaptés au contexte national.',
    ],
    [
      'in_progress',
      0,
      "Nos deux représentantes n'ont pas pu se libérer pour la session tenue {training}. Elles suivent les modules enregistrés.",
    ],
    ['in_progress', 1, 'Une personne formée {training} ; elle formera à son tour les autres membres.'],
    [
      'planned',
      0,
      "Le comité n'a pas pris part à la session tenue {training} ; il est inscrit à la suivante.",
    ],
    [
      'in_progress',
      1,
      'Deux membres formés au suivi des politiques publiques. Évaluation à chaud : contenu très apprécié, rythme soutenu.',
    ],
  ],
  'A2.1.2': [
    [
      'in_progress',
      1,
      "Participation à la visite de terrain organisée {visit} en {month1} : rencontre de quatre associations d'accueil.",
    ],
    [
      'in_progress',
      1,
      "Un membre du comité a pris part à la visite organisée {visit}. L'accueil de nuit a particulièrement retenu son attention.",
    ],
    [
      'planned',
      0,
      "Le comité propose d'accueillir la prochaine visite {at2} et en a informé la coordination.",
    ],
    [
      'in_progress',
      1,
      "Deux membres ont participé à la visite organisée {visit} ; une fiche d'échange de pratiques est en cours de rédaction.",
    ],
    [
      'postponed',
      0,
      'Déplacement annulé la veille pour raison de santé ; le comité participera à la visite suivante.',
    ],
    [
      'planned',
      0,
      'Pas de participation ce trimestre ; deux candidatures sont prêtes pour la prochaine visite.',
    ],
    [
      'in_progress',
      1,
      'Visite organisée {visit}, suivie par la trésorière du comité et par le représentant d’une association de migrants.',
    ],
  ],
  'A2.1.3': [
    [
      'in_progress',
      0,
      'Deux modules sur cinq tenus {at1} : {trained} organisations inscrites, assiduité satisfaisante.',
    ],
    [
      'done',
      1,
      'Parcours achevé : quinze organisations formées en cinq modules, attestations remises {at1} en {month3}.',
    ],
    [
      'in_progress',
      0,
      'Le parcours est ouvert {at2}. Le module sur le plaidoyer a dû être dédoublé, faute de place.',
    ],
    ['planned', 0, 'Les quinze organisations sont choisies. Le premier module aura lieu en {next1}.'],
    [
      'in_progress',
      0,
      'Trois modules tenus. Les organisations éloignées demandent un appui pour leurs frais de transport.',
    ],
    ['done', 1, 'Parcours terminé pour {trained} organisations ; deux se sont retirées en cours de route.'],
    ['postponed', 0, "Démarrage reporté : le formateur pressenti n'est disponible qu'en {next2}."],
  ],
  'A2.2.1': [
    [
      'in_progress',
      1,
      'Une juriste du comité a passé dix jours dans une association partenaire, {exchange}.',
    ],
    ['planned', 0, "Deux candidatures transmises à la coordination pour l'échange suivant."],
    [
      'in_progress',
      1,
      "Le comité a participé à l'échange tenu {exchange} en {month2} ; il en a rapporté un modèle de fiche d'orientation.",
    ],
    ['planned', 0, "Pas d'échange ce trimestre ; une candidature est en préparation."],
    ['in_progress', 1, "Deux travailleuses sociales ont pris part à l'échange organisé {exchange}."],
    ['postponed', 0, 'Notre candidate a dû renoncer, faute de remplaçante dans son association.'],
    [
      'in_progress',
      1,
      "Participation à l'échange organisé {exchange} ; le carnet de bord a été présenté à la réunion de {month3}.",
    ],
  ],
  'A2.2.2': [
    ['planned', 0, 'Le comité prépare une présentation sur le suivi de la stratégie nationale.'],
    ['planned', 0, "Une représentante et un représentant sont désignés pour l'atelier régional."],
    ['in_progress', 0, 'Contribution écrite envoyée à la coordination en {month3}.'],
    ['planned', 0, "Le comité propose d'inscrire le retour volontaire à l'ordre du jour."],
    ['planned', null, 'En attente de la date.'],
    ['in_progress', 0, 'Questionnaire préparatoire rempli avec huit organisations.'],
    ['planned', 0, 'Le comité demande que les supports existent aussi en anglais et en arabe.'],
  ],
  'A2.1.5': [
    [
      'in_progress',
      1,
      "Fiches pratiques sur l'accès aux soins et à l'état civil, imprimées et remises aux participants.",
    ],
    ['in_progress', 2, "Livret de plaidoyer relu par deux juristes ; affiches d'information tirées {at1}."],
    ['done', 3, 'Tous les supports du parcours sont produits, en français et en langue nationale.'],
    [
      'in_progress',
      2,
      'Capsules audio enregistrées avec une radio locale, pour les personnes qui ne lisent pas le français.',
    ],
    [
      'in_progress',
      1,
      'Supports des premiers modules produits ; la mise en page est assurée par une association membre.',
    ],
    ['in_progress', 1, "Guide d'orientation mis à jour avec les adresses vérifiées pour la cartographie."],
    [
      'in_progress',
      2,
      'Jeux de rôle et études de cas rédigés avec les formateurs ; la traduction est en cours.',
    ],
  ],
  'A3.1.1': [
    [
      'done',
      1,
      "Atelier tenu {at1} avec les ministères chargés de l'intérieur, des affaires sociales et de la santé. Deux engagements sont notés au procès-verbal.",
    ],
    ['planned', 0, 'Prévu en {next2} ; le courrier d’invitation attend la signature du ministère.'],
    [
      'done',
      1,
      'Atelier réuni {at1} en {month3} : {participants} personnes, dont {officials} représentants des pouvoirs publics.',
    ],
    [
      'in_progress',
      0,
      "Deux réunions préparatoires avec la direction chargée des migrations. L'atelier aura lieu en {next1}.",
    ],
    ['postponed', 0, 'Reporté à la demande des autorités, en raison de leur calendrier.'],
    [
      'done',
      1,
      'Premier atelier hors {of1}, {at2} : les élus locaux souhaitent en faire un rendez-vous annuel.',
    ],
    ['planned', 0, 'Le comité prépare une note de position pour ouvrir la discussion.'],
  ],
  'A3.1.2': [
    [
      'in_progress',
      1,
      'Première lecture des indicateurs de la composante 1 en comité ; trois indicateurs sont jugés peu lisibles.',
    ],
    ['planned', 0, "Le tableau des indicateurs n'a pas encore été transmis par le ministère."],
    ['done', 1, 'Analyse conjointe achevée : douze indicateurs commentés, deux désaccords consignés.'],
    ['in_progress', 2, "Deux séances d'analyse tenues, dont une avec le service de la statistique."],
    ['planned', 0, 'Séance fixée en {next1}.'],
    ['in_progress', 1, 'Une séance tenue {at1}. Le comité demande des chiffres ventilés par sexe.'],
    ['postponed', 0, 'Reportée : la nouvelle version des indicateurs est attendue.'],
  ],
  'A3.1.3': [
    ['in_progress', 1, 'Permanence juridique ouverte {at2}, deux demi-journées par semaine.'],
    [
      'in_progress',
      2,
      'Deux actions soutenues : médiation scolaire {at1} et accueil des personnes de retour {at2}.',
    ],
    ['planned', 0, 'Appel à propositions lancé en {month3} ; neuf dossiers reçus.'],
    [
      'done',
      1,
      "Action achevée {at1} : observatoire local de l'accès aux soins. Le bilan a été remis aux autorités.",
    ],
    ['in_progress', 3, 'Trois actions en cours, chacune suivie par deux membres du comité.'],
    ['planned', 0, 'Choix des actions prévu en {next1}.'],
    ['in_progress', 1, "Caravane d'information partie {of2} : quatre étapes faites sur six."],
  ],
  'A3.2.1': [
    [
      'in_progress',
      1,
      'Une déléguée et un délégué présents à la concertation régionale tenue {consultation} en {month2}.',
    ],
    [
      'in_progress',
      1,
      'Participation à distance, avec une liaison difficile ; une contribution écrite a été envoyée ensuite.',
    ],
    [
      'in_progress',
      1,
      'Le comité a présenté sa lecture de deux indicateurs à la concertation tenue {consultation}.',
    ],
    ['planned', 0, "Absence excusée : la réunion tombait le même jour qu'un atelier national."],
    [
      'in_progress',
      1,
      'Une déléguée présente à la réunion tenue {consultation} ; sa proposition sur la libre circulation figure au relevé de conclusions.',
    ],
    [
      'in_progress',
      1,
      'Présence du point focal et d’une représentante des associations de femmes à la réunion tenue {consultation}.',
    ],
    ['planned', 0, 'Invitation reçue trop tard pour organiser la participation.'],
  ],
  'A3.2.2': [
    ['planned', 0, 'Le comité propose la libre circulation comme thème de la mission.'],
    ['in_progress', 0, 'Une note commune est en cours de rédaction avec deux autres comités.'],
    ['planned', 0, 'Délégation désignée : une femme et un homme.'],
    ['planned', 0, 'En attente des dates que proposera la coordination.'],
    ['in_progress', 0, "Rendez-vous demandé auprès d'une institution régionale."],
    ['planned', 0, 'Arguments et témoignages rassemblés {at1} et {at2}.'],
    ['planned', null, 'Rien à signaler ce trimestre.'],
  ],
  'A3.3.1': [
    [
      'in_progress',
      0,
      "Deux fiches d'expérience rédigées : l'accueil {at1} et le plaidoyer auprès des communes.",
    ],
    ['planned', 0, 'Canevas reçu ; la première fiche portera sur la cartographie.'],
    [
      'in_progress',
      0,
      "Entretiens menés avec cinq organisations sur ce qui a marché et ce qui n'a pas marché.",
    ],
    ['planned', 0, 'Une référente a été désignée au sein du comité.'],
    ['in_progress', 0, 'Une fiche en relecture sur les permanences juridiques.'],
    ['planned', null, 'Rien ce trimestre : la priorité est allée au parcours de formation.'],
    ['in_progress', 0, "Récit filmé {at2}, avec l'accord écrit des personnes."],
  ],
};

/** The activity inside a sentence of the narrative. */
export const activityPhrases: Readonly<Record<string, string>> = {
  'A1.1.1': 'la cartographie nationale',
  'A1.2.1': "l'atelier de restitution",
  'A1.2.2': 'le programme de travail commun',
  'A2.1.1': 'la formation régionale',
  'A2.1.2': 'la visite de terrain',
  'A2.1.3': 'le parcours de formation national',
  'A2.2.1': "l'échange de professionnels",
  'A2.2.2': "l'atelier régional d'échange de pratiques",
  'A2.1.5': 'le matériel didactique',
  'A3.1.1': "l'atelier de dialogue avec les autorités",
  'A3.1.2': "l'analyse conjointe des indicateurs",
  'A3.1.3': 'les actions pilotes',
  'A3.2.1': 'la concertation régionale',
  'A3.2.2': 'la mission de plaidoyer',
  'A3.3.1': 'la capitalisation',
};
