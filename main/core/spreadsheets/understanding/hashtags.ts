/**
 * Hashtags of the Humanitarian Exchange Language (hxlstandard.org, 1.1), which the lists of humanitarian actors write
 * in a row of their own: `#org +impl`, `#adm1 +name`, `#contact +email`. Pure.
 */

const byTag: Readonly<Record<string, string>> = {
  org: 'name',
  country: 'country',
  adm1: 'region',
  adm2: 'locality',
  adm3: 'locality',
  loc: 'locality',
  sector: 'themes',
  activity: 'actions',
  beneficiary: 'publics',
  'org+type': 'type',
  'org+acronym': 'acronym',
  'org+funder': 'funders',
  'org+funding': 'funders',
  'contact+phone': 'phone',
  'contact+email': 'email',
  'contact+url': 'website',
  'meta+url': 'website',
  'geo+lat': 'latitude',
  'geo+lon': 'longitude',
  lat_deg: 'latitude',
  lon_deg: 'longitude',
};

/** The field of a tag, or null: codes, numbers of persons and dates have none here. */
export function targetOfTag(text: string): string | null {
  const [tag = '', ...attributes] = text
    .slice(1)
    .toLowerCase()
    .split(/[\s+]+/);
  if (attributes.some((attribute) => /^(code|id|num)$/.test(attribute))) return null;
  const told = attributes
    .map((attribute) => byTag[`${tag}+${attribute}`])
    .find((target) => target !== undefined);
  return told ?? byTag[tag] ?? null;
}

/** Is this row one of tags: two or more, and nothing else? */
export function isTagRow(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length >= 2 && filled.every((text) => /^#\s?[a-z]/i.test(text));
}
