import type { ListItem } from '../../main/core/contract/programme/lists';
import { labelIn } from '../../main/core/contract/programme/text';
import { shippedReferencePack } from '../../resources/programme';
import { currentLanguage } from './i18n';

/** The controlled lists of the reference pack: codes in records, words on screen. */

export interface ListOption {
  readonly code: string;
  readonly label: string;
}

const countries: readonly ListItem[] = shippedReferencePack.programme.countries.map((country) => ({
  code: country.code,
  label: country.name,
}));
const regions: readonly (ListItem & { readonly country: string })[] = shippedReferencePack.regions.map(
  (region) => ({
    code: region.code,
    country: region.country,
    label: { fr: region.name, en: region.name, ar: region.nameArabic ?? region.name },
  }),
);

function itemsOf(list: string): readonly ListItem[] {
  if (list === 'countries') return countries;
  if (list === 'regions') return regions;
  const lists: Readonly<Record<string, readonly ListItem[]>> = shippedReferencePack.lists;
  return lists[list] ?? [];
}

/** The options of a list in the user's language; regions are those of one country when it is given. */
export function listOptions(list: string, country: string | null = null): readonly ListOption[] {
  const items =
    list === 'regions' && country !== null
      ? regions.filter((region) => region.country === country)
      : itemsOf(list);
  const language = currentLanguage();
  return items.map((item) => ({ code: item.code, label: labelIn(item.label, language) }));
}

/** The words of one code; a code that the pack does not know is shown as it is. */
export function listLabel(list: string, code: string): string {
  const item = itemsOf(list).find((candidate) => candidate.code === code);
  return item === undefined ? code : labelIn(item.label, currentLanguage());
}
