/** French grammar that fictive sentences need: elision, contraction, typography. */

const narrowSpace = '\u202f';

/** "à Dakar", "au Kef". */
export function at(place: string): string {
  return place.startsWith('Le ') ? `au ${place.slice(3)}` : `à ${place}`;
}

/** "de Dakar", "d'Abidjan", "du Kef". */
export function of(place: string): string {
  if (place.startsWith('Le ')) return `du ${place.slice(3)}`;
  return /^[AEIOUÀÂÉÈÊÎÔ]/.test(place) ? `d'${place}` : `de ${place}`;
}

/** "a, b et c". */
export function enumerate(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} et ${last}`;
}

/** Printed form of a sentence typed with plain keys: curved apostrophes, narrow spaces before `; : ! ? %` and in « ». */
export function typeset(sentence: string): string {
  return sentence
    .replaceAll("'", '’')
    .replace(/ ([;:!?»%])/g, `${narrowSpace}$1`)
    .replaceAll('« ', `«${narrowSpace}`)
    .normalize('NFC');
}

/** Puts values in the place of `{name}`. Throws on a name without value: a mistake in a template. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {${name}}`);
    return String(value);
  });
}

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** Name of a month; 1 is January, 13 January again. */
export function monthName(month: number): string {
  return months[(month - 1) % 12] ?? '';
}

/** ASCII form for an address on the network: "Étoile Dorée" gives `etoile-doree`. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
