/** Fictive organisations as real lists write them, two by two, and whether the two are one. */

type Written = Readonly<Record<string, string | number>>;

export interface Pair {
  readonly what: string;
  readonly one: Written;
  readonly other: Written;
}

export const doubles: readonly Pair[] = [
  {
    what: 'accents and capitals left out',
    one: { name: 'Réseau des jeunes migrants de Kédougou' },
    other: { name: 'RESEAU DES JEUNES MIGRANTS DE KEDOUGOU' },
  },
  {
    what: 'two blanks and a typographic apostrophe',
    one: { name: 'Association d’accueil Teranga' },
    other: { name: "Association  d'accueil  Teranga" },
  },
  {
    what: 'the words in another order',
    one: { name: 'Femmes et migration en Casamance, association' },
    other: { name: 'Association migration et femmes en Casamance' },
  },
  {
    what: 'another form of organisation written before the name',
    one: { name: 'ONG Djiguiya' },
    other: { name: 'Association Djiguiya', region: 'ML-4' },
  },
  { what: 'no form at all', one: { name: 'Association Tissilt' }, other: { name: 'Tissilt' } },
  {
    what: 'singular and plural',
    one: { name: 'Association des femmes migrantes de Zarzis' },
    other: { name: 'Association de la femme migrante de Zarzis' },
  },
  {
    what: 'one letter wrong in a long word',
    one: { name: 'Association Oasis Chenini Environnement' },
    other: { name: 'Association Oasis Chennini Environement' },
  },
  {
    what: 'two letters swapped',
    one: { name: 'Collectif Passerelles citoyennes' },
    other: { name: 'Collectif Passerelles ciotyennes' },
  },
  {
    what: 'the full name and the short one',
    one: { name: 'Association Fajr, écoute et orientation' },
    other: { name: 'Association Fajr' },
  },
  {
    what: 'a stub with the acronym alone, the other has it in its field',
    one: { name: 'ANAO' },
    other: { name: 'Association Nour, accueil et orientation', acronym: 'ANAO' },
  },
  {
    what: 'a stub with the acronym alone, the other does not say its acronym',
    one: { name: 'ALDHM' },
    other: { name: 'Association lumière des droits humains et de la mobilité' },
  },
  {
    what: 'a stub whose acronym is also in its field',
    one: { name: 'RIRV', acronym: 'RIRV' },
    other: { name: 'Réseau ivoirien des retours volontaires' },
  },
  {
    what: 'an acronym made of syllables',
    one: { name: 'AFEM' },
    other: { name: 'Association des femmes de Mamou' },
  },
  {
    what: 'an acronym with points',
    one: { name: 'A.M.D.V.', region: 'MA-04' },
    other: {
      name: 'Association marocaine des droits et du vivre ensemble',
      acronym: 'AMDV',
      region: 'MA-04',
    },
  },
  {
    what: 'the acronym written in the name',
    one: { name: 'Collectif des retours de Labé (CRL)' },
    other: { name: 'Collectif des retours de Labé', acronym: 'CRL' },
  },
  {
    what: 'the acronym before the name, with a dash',
    one: { name: 'GERIM - Groupe d’étude et de recherche sur l’insertion des migrants' },
    other: { name: 'Groupe d’études et de recherches sur l’insertion des migrants' },
  },
  {
    what: 'the Arabic name of one reads as the French name of the other',
    one: { name: 'جمعية زيتونة بجرجيس' },
    other: { name: 'Association Zitouna de Jarjis' },
  },
  {
    what: 'an Arabic name and its Maghreb spelling, article joined',
    one: { name: 'جمعية الشباب والتضامن' },
    other: { name: 'Association Echabab wa Ettadhamoun' },
  },
  {
    what: 'an Arabic name and its translation',
    one: { name: 'جمعية النساء المهاجرات بصفاقس' },
    other: { name: 'Association des femmes migrantes de Sfax' },
  },
  {
    what: 'the Arabic field of one, the name of the other',
    one: { name: 'Association Al Karama', nameArabic: 'جمعية الكرامة' },
    other: { name: 'جمعيّة الكــرامة' },
  },
  {
    what: 'Arabic with and without hamza, ya and ta marbuta',
    one: { name: 'جمعية أصدقاء الإدماج بالقيروان' },
    other: { name: 'جمعيه اصدقاء الادماج بالقيروان' },
  },
  {
    what: 'two romanisations of one Arabic name',
    one: { name: 'Association Chourouk de Tataouine' },
    other: { name: 'Association Shuruq de Tataouine' },
  },
  {
    what: 'an Arabic town with its French name',
    one: { name: 'رابطة أمل قابس' },
    other: { name: 'Ligue Amal de Gabès' },
  },
  {
    what: 'the same phone, written for the country and for abroad',
    one: { name: 'Entraide Belleville', phone: '75 612 209', country: 'TN' },
    other: { name: 'Entraide et Belleville-Sud', phone: '+216 75 612 209', country: 'TN' },
  },
  {
    what: 'the same phone and the same acronym',
    one: { name: 'Maison du retour', acronym: 'MDR', phone: '+221 33 820 11 22', country: 'SN' },
    other: { name: 'Espace retour et accueil', acronym: 'MDR', phone: '00221338201122', country: 'SN' },
  },
  {
    what: 'the same e-mail and nearly the same name',
    one: { name: 'Horizons pour l’insertion', email: 'contact@horizons.example' },
    other: { name: 'Horizon insertion', email: 'CONTACT@horizons.example' },
  },
  {
    what: 'the domain of the mail is that of the site',
    one: { name: 'Observatoire Mawja', email: 'bureau@mawja.example' },
    other: { name: 'Observatoire Mawja des mobilités', website: 'https://www.mawja.example/' },
  },
  {
    what: 'the same registration number with and without zeros',
    one: { name: 'Association Agadir Ufella', registrationNumber: 'N° 0417/2012' },
    other: { name: 'Agadir Oufella pour le développement', registrationNumber: '417/2012' },
  },
  {
    what: 'a common name in the same region and year',
    one: { name: 'Union des femmes rurales', region: 'GN-L', foundedYear: 2009 },
    other: { name: 'Union des femmes rurales', region: 'GN-L', foundedYear: 2009 },
  },
  {
    what: 'English and French',
    one: { name: 'Youth Network Bamenda' },
    other: { name: 'Réseau des jeunes Bamenda' },
  },
  {
    what: 'a sheet broken over lines, with the town added',
    one: { name: 'Mouvement Sahel Solidarité' },
    other: { name: 'Mouvement Sahel solidarité – Kayes' },
  },
  {
    what: 'the acronym has a letter too much, the name is the same',
    one: { name: 'Plateforme Joliba', acronym: 'PJOL' },
    other: { name: 'Plateforme Joliba', acronym: 'PJOLI' },
  },
];

export const strangers: readonly Pair[] = [
  {
    what: 'one association in two towns',
    one: { name: 'Association Espoir de Sfax' },
    other: { name: 'Association Espoir de Gabès' },
  },
  {
    what: 'one association in two towns, in Arabic and in French',
    one: { name: 'جمعية الوفاء بصفاقس' },
    other: { name: 'Association Wafa de Gabès' },
  },
  {
    what: 'two sections of one network',
    one: { name: 'Ligue Manara, section de Rabat', acronym: 'LMR' },
    other: { name: 'Ligue Manara, section d’Oujda', acronym: 'LMO' },
  },
  {
    what: 'long names of common words in two towns that no list knows',
    one: { name: 'Association tunisienne pour la défense des droits des migrants de Zarzis' },
    other: { name: 'Association tunisienne pour la défense des droits des migrants de Redeyef' },
  },
  {
    what: 'long names of common words in two towns of the country',
    one: {
      name: 'Association tunisienne pour la défense et la protection des droits des travailleurs de Sfax',
    },
    other: {
      name: 'Association tunisienne pour la défense et la protection des droits des travailleurs de Gabès',
    },
  },
  {
    what: 'two sections that answer by the phone of the seat',
    one: { name: 'Observatoire Mawtini des droits, section de Fès', phone: '0537 11 22 33', country: 'MA' },
    other: {
      name: 'Observatoire Mawtini des droits, section d’Oujda',
      phone: '+212 537 11 22 33',
      country: 'MA',
    },
  },
  {
    what: 'women and youth of one place',
    one: { name: 'Association des femmes de Tougué' },
    other: { name: 'Association des jeunes de Tougué' },
  },
  {
    what: 'two forms with one common word',
    one: { name: 'Réseau des femmes' },
    other: { name: 'Coopérative des femmes' },
  },
  {
    what: 'the same acronym of three letters for two names',
    one: { name: 'Action rurale de Matam', acronym: 'ARM' },
    other: { name: 'Atelier recherche et mobilité', acronym: 'ARM' },
  },
  {
    what: 'two acronyms that are anagrams',
    one: { name: 'AMDH' },
    other: { name: 'ADHM' },
  },
  {
    what: 'two acronyms that differ by a letter',
    one: { name: 'KOTD' },
    other: { name: 'KOTB' },
  },
  {
    what: 'one phone for a network and its member',
    one: { name: 'Fédération Tambacounda Verte', phone: '+221 33 981 00 11', country: 'SN' },
    other: { name: 'Radio Niani', phone: '33 981 00 11', country: 'SN' },
  },
  {
    what: 'one free mail provider',
    one: { name: 'Association Baobab', email: 'baobab@gmail.com' },
    other: { name: 'Association Ceiba', email: 'ceiba@gmail.com' },
  },
  {
    what: 'pages of one social network',
    one: { name: 'Collectif Dar', website: 'https://facebook.com/collectifdar' },
    other: { name: 'Collectif Bab', website: 'https://www.facebook.com/collectifbab' },
  },
  {
    what: 'short names that differ by one letter',
    one: { name: 'Association Ada' },
    other: { name: 'Association Aba' },
  },
  {
    what: 'words that look alike and mean something else',
    one: { name: 'Association Partage et santé' },
    other: { name: 'Association Portail et santé' },
  },
  {
    what: 'the same notions, other owners',
    one: { name: 'Solidarité et développement Tambaroua' },
    other: { name: 'Solidarité et développement Goundiour' },
  },
  {
    what: 'Arabic names with one common word',
    one: { name: 'جمعية تنمية الجنوب' },
    other: { name: 'جمعية تنمية المرأة الريفية' },
  },
  {
    what: 'an Arabic name whose consonants meet a French word',
    one: { name: 'جمعية نور' },
    other: { name: 'Association Narration' },
  },
  {
    what: 'only the country in common',
    one: { name: 'Association tunisienne' },
    other: { name: 'Réseau tunisien Mosaïque' },
  },
  {
    what: 'other numbers and other acronyms under a common name',
    one: { name: 'Amicale des étudiants', acronym: 'AEG', registrationNumber: '12/1998' },
    other: { name: 'Amicale des étudiants', acronym: 'AEK', registrationNumber: '77/2014' },
  },
  {
    what: 'the same figures in another year of registration',
    one: { name: 'ONG Kaydara', registrationNumber: '518/2012' },
    other: { name: 'ONG Sanankoua', registrationNumber: '518/2019' },
  },
  {
    what: 'one region and one year, nothing else',
    one: { name: 'Association Lagune', region: 'CI-AB', foundedYear: 2011 },
    other: { name: 'Cercle Akwaba', region: 'CI-AB', foundedYear: 2011 },
  },
  {
    what: 'no name at all',
    one: {},
    other: { name: 'Association Palmier' },
  },
];
