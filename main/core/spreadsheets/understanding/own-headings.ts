import ar from '../../../../resources/locales/ar/members.json' with { type: 'json' };
import arSheets from '../../../../resources/locales/ar/spreadsheets.json' with { type: 'json' };
import en from '../../../../resources/locales/en/members.json' with { type: 'json' };
import enSheets from '../../../../resources/locales/en/spreadsheets.json' with { type: 'json' };
import fr from '../../../../resources/locales/fr/members.json' with { type: 'json' };
import frSheets from '../../../../resources/locales/fr/spreadsheets.json' with { type: 'json' };
import { organisationFields } from '../../contract/members/fields';
import { cleanLine } from '../../contract/text';
import type { Language } from '../../contract/values';

/**
 * The headings that the application itself writes over the columns it exports, in its three languages: what it gave out it
 * reads back, before any other word is looked at. Pure.
 */

const labels: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: fr.fields.organisations,
  en: en.fields.organisations,
  ar: ar.fields.organisations,
};
const sheets = { fr: frSheets, en: enSheets, ar: arSheets } as const;

const key = (heading: string) => cleanLine(heading).toLowerCase();

const targets = new Map<string, string>(
  organisationFields.fields.flatMap(({ name }) =>
    Object.values(labels).flatMap((words) => {
      const label = words[name];
      return label === undefined ? [] : [[key(label), name] as const];
    }),
  ),
);

/** What a list computes: it is exported, and fills no field. */
const computed = new Set(
  [fr, en, ar].flatMap(({ organisations }) => [
    key(organisations.completeness),
    key(organisations.firstNeed),
  ]),
);
const fewest = 3;

/** Are these the headings of a list that the application wrote? All of them are its own. */
export function isOwnList(headings: readonly string[]): boolean {
  return (
    headings.length >= fewest &&
    headings.every((heading) => computed.has(key(heading)) || ownTarget(heading) !== null)
  );
}

/** The heading of the column in which a text goes on that is longer than a cell holds. */
export function continuedHeading(heading: string, language: Language): string {
  return sheets[language].continued.replace('{{heading}}', heading);
}

const continuations = Object.values(sheets).map(({ continued }) => {
  const [before = '', after = ''] = continued.split('{{heading}}').map((part) => part.toLowerCase());
  return { before, after };
});

/** The heading whose text goes on under this one, or null. */
export function headingContinuedBy(heading: string): string | null {
  const text = key(heading);
  for (const { before, after } of continuations) {
    if (text.startsWith(before) && text.endsWith(after) && text.length > before.length + after.length)
      return text.slice(before.length, text.length - after.length);
  }
  return null;
}

/** The field over whose column the application writes this heading, or null. */
export function ownTarget(heading: string): string | null {
  const text = key(heading);
  return targets.get(text) ?? targets.get(headingContinuedBy(text) ?? '') ?? null;
}
