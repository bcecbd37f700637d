/**
 * Words that many organisations share, in French, English and Arabic. Legal forms say nearly nothing of who somebody
 * is; notions say a little, and the same notion in two languages is the same word. Each word is listed under the
 * notion that stands for it; `words.ts` reduces them as it reduces the words of a name.
 */

/** Forms of organisations: `association` and `جمعية` are one. */
export const legalForms: Readonly<Record<string, string>> = {
  association: 'association associations assoc asso جمعية جمعيات',
  ngo: 'ong ngo organisation organization منظمة منظمات',
  network: 'reseau reseaux network شبكة',
  collective: 'collectif collective تجمع مجموعة',
  coalition: 'coalition alliance ائتلاف تحالف',
  union: 'union اتحاد',
  federation: 'federation confederation فدرالية فيدرالية كونفدرالية',
  league: 'ligue league رابطة',
  platform: 'plateforme platform منصة',
  trade_union: 'syndicat نقابة',
  coordination: 'coordination تنسيقية',
  friendly: 'amicale ودادية',
  foundation: 'fondation foundation مؤسسة',
  committee: 'comite committee لجنة',
  centre: 'centre center مركز',
  group: 'groupe groupement group',
  movement: 'mouvement movement حركة',
  cooperative: 'cooperative تعاونية',
  forum: 'forum منتدى',
  house: 'maison house دار',
  club: 'club نادي',
  council: 'conseil council مجلس',
  institute: 'institut institute معهد',
  branch: 'section antenne bureau branche branch فرع',
};

/** Notions of this field. The same notion in another language counts as the same word. */
export const notions: Readonly<Record<string, string>> = {
  women: 'femme femmes feminin women woman نساء نسائي مرأة نسوي نسوة',
  youth: 'jeune jeunes jeunesse youth young شباب شبيبة شبان',
  child: 'enfant enfants enfance child children طفل أطفال طفولة',
  migrant: 'migrant migrants immigre immigres emigre مهاجر مهاجرين مهاجرات',
  migration: 'migration migrations migratoire immigration emigration هجرة',
  return: 'retour retours returnee عودة عائد عائدين',
  right: 'droit droits right rights حق حقوق',
  human: 'homme hommes humain humains human إنسان',
  development: 'developpement development تنمية إنماء',
  solidarity: 'solidarite solidaire solidarity تضامن',
  cooperation: 'cooperation تعاون',
  citizen: 'citoyen citoyenne citoyennete citizen مواطن مواطنة',
  support: 'appui soutien support aide assistance entraide secours دعم مساندة مساعدة',
  welcome: 'accueil reception استقبال',
  listening: 'ecoute إنصات استماع',
  guidance: 'orientation توجيه إرشاد',
  training: 'formation training تكوين',
  education: 'education enseignement تربية تعليم',
  health: 'sante health صحة',
  defence: 'defense defence دفاع',
  protection: 'protection حماية',
  insertion: 'insertion integration reinsertion إدماج اندماج',
  action: 'action actions actif active actives عمل',
  initiative: 'initiative initiatives مبادرة',
  future: 'avenir futur future مستقبل',
  peace: 'paix peace سلام',
  worker: 'travailleur travailleurs travailleuse worker workers عامل عمال',
  student: 'etudiant etudiants student students طالب طلبة',
  refugee: 'refugie refugies refugee refugees لاجئ لاجئين',
  family: 'famille familles family families عائلة عائلات أسرة',
  friend: 'ami amis friend friends صديق أصدقاء',
  culture: 'culture culturel culturelle ثقافة ثقافي',
  environment: 'environnement environment بيئة بيئي',
  democracy: 'democratie democratique democracy ديمقراطية',
  dialogue: 'dialogue حوار',
  exchange: 'echange echanges exchange تبادل',
  mobility: 'mobilite mobility تنقل',
  diaspora: 'diaspora جالية مهجر',
  community: 'communaute communautaire community مجتمع مجتمعي',
  research: 'recherche recherches research بحث بحوث',
  study: 'etude etudes study studies دراسة دراسات',
  observatory: 'observatoire observatory مرصد',
  rural: 'rural rurale ruraux ريف ريفي',
  local: 'local locale locaux محلي',
  national: 'national nationale nationaux وطني',
  regional: 'regional regionale جهوي إقليمي',
  international: 'international internationale دولي',
  south: 'sud south جنوب جنوبي',
  north: 'nord north شمال شمالي',
  africa: 'afrique africain africaine africa african subsaharien إفريقيا إفريقي',
  welfare: 'bienfaisance charite caritatif خيرية خيري',
  volunteer: 'volontaire volontariat benevole volunteer تطوع متطوع',
  victim: 'victime victimes victim ضحية ضحايا',
  humanitarian: 'humanitaire humanitarian إنساني إنسانية',
  social: 'social sociale sociaux اجتماعي',
};

/** Countries and their people: they say where, and hardly who. */
export const countryWords: Readonly<Record<string, string>> = {
  TN: 'tunisie tunisien tunisienne tunisia tunisian تونسي تونسية',
  MA: 'maroc marocain marocaine morocco moroccan مغرب مغربي مغربية',
  SN: 'senegal senegalais senegalaise senegalese سنغال سنغالي',
  ML: 'mali malien malienne malian مالي',
  CI: 'ivoire ivoirien ivoirienne ivorian إيفواري',
  GN: 'guinee guineen guineenne guinea guinean غينيا غيني',
  CM: 'cameroun camerounais camerounaise cameroon cameroonian كاميرون كاميروني',
  KM: 'comores comorien comorienne comoros جزر القمر',
  MG: 'madagascar malgache malagasy مدغشقر',
  FR: 'france francais francaise french فرنسا فرنسي',
};

/** Words without meaning of their own, articles of romanised Arabic among them. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a au aux avec c ce d dans de del des du e en entre et eux h in j l la le les leur m n ne non nos notre on ou ' +
    'par pas pour qu que qui s sa sans se ses son sous sur t the to un une vers y ' +
    'and at by for from his of or our their with ' +
    'wa wal fi bi li lil al el ech ach en an er ar es as et ez az ed ad ben bin bent ould ' +
    'و في من على عن الى إلى مع أجل اجل بن ابن بين غير حكومية حكوميه'
  ).split(' '),
);
