/**
 * How the person likes the windows (density, folded navigation, columns, colours), which the page keeps in its
 * `localStorage`. The page's session lives in memory only, so the shell carries these over from run to run, in
 * `window.json`; nothing else of the page's storage survives. Text of records cannot slip in: values are words
 * without blanks.
 */
export type PagePreferences = Readonly<Record<string, string>>;

const keptNames = /^(?:concertation\.[\w.-]{1,60}|mantine-color-scheme-value)$/;
const keptValues = /^[\w.,:-]{0,400}$/;
const most = 100;

/** The preferences among the entries of a storage; whatever else is there is left out. */
export function preferencesAmong(entries: unknown): PagePreferences {
  if (typeof entries !== 'object' || entries === null) return {};
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([name, value]) => keptNames.test(name) && typeof value === 'string' && keptValues.test(value))
      .slice(0, most),
  );
}

const switchName = '--concertation-preferences=';

/** The argument by which the preferences reach the preload before the page runs. */
export function preferencesArgument(preferences: PagePreferences): string {
  return switchName + encodeURIComponent(JSON.stringify(preferences));
}

/** The preferences in the preload's arguments. */
export function preferencesInArguments(words: readonly string[]): PagePreferences {
  const word = words.find((candidate) => candidate.startsWith(switchName));
  if (word === undefined) return {};
  return preferencesAmong(JSON.parse(decodeURIComponent(word.slice(switchName.length))));
}
