import { shippedDigests, shippedReferencePack } from '../../../resources/programme';
import type { ListName } from '../contract/programme/lists';
import type { ReferencePack } from '../contract/programme/reference-pack';
import type { Language } from '../contract/values';
import { referencePackDigest } from './digest';

/** The reference pack in force. Signed packs of the coordination come with a later issue: today it is the shipped one. */
export const referencePack: ReferencePack = shippedReferencePack;

/** Its digest, `sha256:…`: what a package names in `colis.reference`. */
export const referenceDigest: string = referencePackDigest(shippedReferencePack);

/** Digests of the packs whose codes this application knows: a committee may not have updated yet (M09). */
export const knownReferences: readonly string[] = [...shippedDigests, referenceDigest];

const codesByList = new Map<string, ReadonlySet<string>>([
  ...Object.entries(referencePack.lists).map(
    ([name, items]) => [name, new Set(items.map((item) => item.code))] as const,
  ),
  ['countries', new Set<string>(referencePack.programme.countries.map((country) => country.code))],
  ['regions', new Set<string>(referencePack.regions.map((region) => region.code))],
]);

/** The codes of a controlled list of the pack, or null for a list that it does not hold. */
export function codesOfList(list: string): ReadonlySet<string> | null {
  return codesByList.get(list) ?? null;
}

const regionNames = new Map<string, string>(
  referencePack.regions.map((region) => [
    region.code,
    [region.name, region.nameArabic ?? '', ...region.aliases].join(' '),
  ]),
);
const countryNames = new Map<string, string>(
  referencePack.programme.countries.map((country) => [
    country.code,
    [country.name.fr, country.name.en, country.name.ar].join(' '),
  ]),
);

/** Every code of the pack with all that it is called: labels in the three languages, aliases of regions. */
export function* namesOfCodes(): Generator<{
  readonly list: string;
  readonly code: string;
  readonly names: string;
}> {
  for (const [list, codes] of codesByList)
    for (const code of codes) yield { list, code, names: wordsOfCode(list, code) };
}

function wordsOfCode(list: string, code: string): string {
  if (list === 'regions') return regionNames.get(code) ?? '';
  if (list === 'countries') return countryNames.get(code) ?? '';
  const item = referencePack.lists[list as ListName]?.find((candidate) => candidate.code === code);
  return item ? [item.label.fr, item.label.en, item.label.ar].join(' ') : '';
}

/** Label of a code in one language; the code itself when this pack does not know it. */
export function labelOf(list: string, code: string, language: Language): string {
  if (list === 'regions') {
    const region = referencePack.regions.find((candidate) => candidate.code === code);
    return (language === 'ar' ? region?.nameArabic : null) ?? region?.name ?? code;
  }
  if (list === 'countries') {
    return referencePack.programme.countries.find((country) => country.code === code)?.name[language] ?? code;
  }
  const item = referencePack.lists[list as ListName]?.find((candidate) => candidate.code === code);
  return item?.label[language] ?? code;
}

/** The codes of a list in the order in which it is shown and printed; regions are those of the country. */
export function codesInOrder(list: string, country: string | null): readonly string[] {
  if (list !== 'regions') return [...(codesByList.get(list) ?? [])];
  return referencePack.regions
    .filter((region) => country === null || region.country === country)
    .map((region) => region.code);
}
