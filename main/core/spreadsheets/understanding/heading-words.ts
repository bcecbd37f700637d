/**
 * What the words of a heading say, by their place: the noun that names (`Nom`, `Name`) and what is named (`du bailleur`,
 * `Donor`), the attribute (`Type`) and whose it is (`of the project`), and what only surrounds them (the numbers,
 * groups and questions of survey tools). Pure; every text is at most `longest` signs before any pattern runs.
 */

export const longest = 300;

/** `A1.`, `Q3)`, `1.2 -`, `a)`, `[Q1]`, `G01Q02.`, `Q1_`, `Question 4 :` before the heading; `N°` is no number. */
const numbering =
  /^\s*(?!n\s?°)(?:\[[a-z]{0,2}\d{1,3}\]|q\d{1,3}_|(?:question|section|partie|item)?\s*(?:[a-z]{1,2}\s?\d{1,3}|[a-z]?\d{1,3}|[a-z]|[ivx]{1,4}|g\d{1,3}q\d{1,3})(?:[._-]\d{1,3}){0,3}(?:\s*[.):°]|\s[-–—]\s))\s*(?=\S)/iu;
/** `(Choisir dans la liste)`, `[plusieurs réponses]` after it, and the marks of an obligation. */
const hint = /\s*(?:\([^()]*\)|\[[^[\]]*\])\s*$|\s*[*?:]+\s*$/u;

/** The heading without its number, then without what stands behind it in brackets. */
export function bareHeadings(text: string): readonly string[] {
  const unnumbered = text.replace(numbering, '');
  const bare = unnumbered.replace(hint, '').replace(hint, '').trim();
  return [...new Set([text, unnumbered, bare])].filter((one) => one !== '');
}

/** The field of a question in a group (`identification/nom_org`), without the group; null when there is none. */
export function withoutGroup(text: string): { readonly group: string; readonly own: string } | null {
  const at = text.lastIndexOf('/');
  return at <= 0 || at === text.length - 1 ? null : { group: text.slice(0, at), own: text.slice(at + 1) };
}

/** A question and one of its choices: `themes/genre`, `Thèmes [Genre]`, `Thèmes : Genre`. The last sign parts them. */
export function questionAndChoice(
  text: string,
): { readonly question: string; readonly choice: string } | null {
  const square = text.indexOf('[');
  if (square > 0 && text.endsWith(']'))
    return { question: text.slice(0, square), choice: text.slice(square + 1, -1) };
  for (const sign of ['/', ' : ', ': ', ' - ', ' – ', ' — ', '.']) {
    const at = text.indexOf(sign);
    const last = sign === '/' ? firstOfLast(text) : at;
    if (last > 0 && last < text.length - sign.length)
      return { question: text.slice(0, last), choice: text.slice(last + sign.length) };
  }
  return null;
}

/** The stroke before the last part; a stroke between spaces is within it. */
function firstOfLast(text: string): number {
  let at = text.lastIndexOf('/');
  while (at > 0 && text[at - 1] === ' ') at = text.lastIndexOf('/', at - 1);
  return at;
}

const articles = new Set(
  'le la les l un une des de du d the a an of votre vos notre nos your our son sa ses cette ce'.split(' '),
);
const openings =
  /^(?:quel|quelle|quels|quelles|what|which|indiquez|indiquer|veuillez indiquer|merci d indiquer|precisez|donnez|please (?:enter|indicate|give|specify)|enter)(?: (?:est|sont|is|are))? /;

/** The key of a heading without the words that ask (`Quel est le`) and its article. */
export function askedFor(key: string): string {
  return withoutArticles(key.replace(openings, ''));
}

function withoutArticles(key: string): string {
  const words = key.split(' ');
  const first = words.findIndex((word) => !articles.has(word));
  return first <= 0 ? key : words.slice(first).join(' ');
}

/** The same in the singular, word by word: `regions couvertes` → `region couverte`. */
export function inSingular(key: string): string {
  return key
    .split(' ')
    .map((word) => (word.length > 3 ? word.replace(/(?<=eau|eu)x$|(?<=[a-z])s$/, '') : word))
    .join(' ');
}

const nouns = new Set(
  'nom noms name names intitule denomination designation libelle titre title اسم'.split(' '),
);
const adjectives = new Set('complet officiel exact usuel legal full official complete'.split(' '));
/** What still speaks of the name itself: `Nom et sigle`, `Nom en français`. */
const ofTheName = new Set(
  'et ou and or en in legal francais french anglais english latin arabe sigle'.split(' '),
);

/** Who carries out what a list is of: a heading of these words alone stands over names. */
const implementer =
  /^(implementing (partners?|organi[sz]ations?|agency)|executing agency|(partenaires?|organisations?|agences?) (de mise en oeuvre|d execution))$/;

/** What a heading names: `Nom du village` → `village`, `Donor Name` → `donor`; null when it names nothing else. */
export function namedBy(key: string): string | null {
  const words = key.split(' ').filter((word) => !adjectives.has(word));
  if (words.length < 2) return null;
  if (implementer.test(key)) return key;
  const [first = ''] = words;
  if (nouns.has(first)) {
    const named = withoutArticles(words.slice(1).join(' '));
    return ofTheName.has(named.split(' ')[0] ?? '') ? null : named;
  }
  const last = words.at(-1) ?? '';
  return nouns.has(last) ? withoutArticles(words.slice(0, -1).join(' ')) : null;
}

const organisationWords = new Set(
  [
    'organisation organisations organization organizations organisme organismes org orgs association associations',
    'structure structures osc ong ongs ngo ngos cso csos groupement groupements etablissement entite entity institution',
    'fondation foundation cooperative collectif federation union comite acteur actor agence agency partenaire partner',
    'الجمعيه جمعيه المنظمه منظمه الهيئه الهيكل',
  ].flatMap((line) => line.split(' ')),
);
const partnerWords = /^(?:implementing |partenaire |local |national |lead |partner |executing )+/;

/** `organisation`, `organisation partenaire`: sure where the words say nothing else. */
export function isOrganisation(named: string): 'sure' | 'likely' | null {
  if (implementer.test(named)) return 'likely';
  const words = named.split(' ');
  if (words.every((word) => organisationWords.has(word)) && !/part(enaire|ner)/.test(named)) return 'sure';
  const isLikely = organisationWords.has(words[0] ?? '') || organisationWords.has(words.at(-1) ?? '');
  return isLikely && !isThing(named) ? 'likely' : null;
}

/** An attribute behind the organisation it is of: `Implementing Partner Type` → `type`. */
export function attributeOfOrganisation(key: string): string | null {
  const bare = key.replace(partnerWords, '');
  const words = bare.split(' ');
  const isPartner = bare !== key;
  if (isPartner && words.length === 1) return organisationWords.has(bare) ? null : bare;
  if (!organisationWords.has(words[0] ?? '')) return isPartner ? withoutArticles(bare) : null;
  return words.length < 2 ? null : withoutArticles(words.slice(1).join(' '));
}

const funding = new Set(
  'bailleur bailleurs donor donors donateur donateurs financeur funder funders'.split(' '),
);

/** Another actor, whose name could be the one that is looked for: `Nom du bailleur`. */
export function isFunder(named: string): boolean {
  const words = named.split(' ');
  return funding.has(words[0] ?? '') || funding.has(words.at(-1) ?? '');
}

const things = new Set(
  [
    'projet projets project projects programme program village villages site sites ecole school demande request',
    'convention contrat contract dossier formation training evenement event reunion meeting menage household',
    'enquete survey camp marche market utilisateur user fichier file document produit product',
  ].flatMap((line) => line.split(' ')),
);
/** What stands between a noun and its complement. */
const links = new Set(['de', 'du', 'des', 'd', 'of']);
const activity = /^(activites?|activity|activities|actions?)\d*$/;
const attributes = new Set(
  [
    'acronym abbreviation type kind status category region location address phone email website url date description',
    'budget title sector start end year',
  ].flatMap((line) => line.split(' ')),
);

function isThing(named: string): boolean {
  const words = named.split(' ');
  const of = (word = '') => things.has(word.replace(/\d+$/, '')) || funding.has(word);
  return of(words[0]) || of(words.at(-1));
}

/** An attribute of something that is no organisation: `Type de projet`, `Adresse du bailleur`, `Donor acronym`. */
export function isOfAnotherThing(key: string): boolean {
  const words = key.split(' ');
  const [first = '', second = ''] = words;
  if (words.length < 2) return false;
  const startsWithThing = isThing(first) || activity.test(first);
  if (startsWithThing && attributes.has(words.at(-1) ?? '')) return true;
  const at = words.findIndex((word) => links.has(word));
  const complements = words.flatMap((word, index) =>
    links.has(word) && index > 0
      ? [withoutArticles(words.slice(index + 1).join(' ')).split(' ')[0] ?? '']
      : [],
  );
  if (complements.some((one) => things.has(one)) || (at === 1 && funding.has(complements[0] ?? '')))
    return true;
  const isKind = /^(type|nature|statut|status|categorie|date)$/.test(first);
  return isKind && (things.has(second) || activity.test(at === 1 ? (complements[0] ?? '') : second));
}

const given =
  /^(prenoms?|first names?|given names?|forename|(noms?( de famille)? (et )?prenoms?|prenoms? (et )?noms?)( complet)?|الاسم الشخصي|الاسم واللقب|الاسم و اللقب)$/;

/** `Prénom`, `First name`, `Nom et prénom`: only persons have one. */
export function isGivenName(key: string): boolean {
  return given.test(key);
}
