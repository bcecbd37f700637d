/** A name in Latin script with its Arabic form where the country uses one. */
export interface Name {
  readonly name: string;
  readonly arabic: string | null;
}

/** A region of the demonstration: how often it is drawn, and places that lie in it. */
export interface RegionPlaces {
  readonly weight: number;
  readonly places: readonly Name[];
}

export interface CountryVocabulary {
  readonly country: string;
  /** Where the committee usually meets. */
  readonly mainPlace: string;
  /** "gouvernorats", "régions", "districts". */
  readonly regionsWord: string;
  /** By region code. Not every region has places: organisations settle where the table says. */
  readonly regions: Readonly<Record<string, RegionPlaces>>;
  readonly women: readonly Name[];
  readonly men: readonly Name[];
  readonly families: readonly Name[];
  /** Beginning of every fictive mobile number; three digits follow. It ends in zeros that no one is given. */
  readonly phonePrefix: string;
  /** Languages in which an organisation may be addressed, with weights. */
  readonly languages: readonly (readonly [weight: number, code: string])[];
}

/** Places of a region without Arabic forms. */
export function places(weight: number, ...names: readonly string[]): RegionPlaces {
  return { weight, places: latin(...names) };
}

/** Places of a region, each with its Arabic form. */
export function bilingualPlaces(
  weight: number,
  ...names: readonly (readonly [string, string])[]
): RegionPlaces {
  return { weight, places: bilingual(...names) };
}

export function latin(...names: readonly string[]): readonly Name[] {
  return names.map((name) => ({ name, arabic: null }));
}

export function bilingual(...names: readonly (readonly [string, string])[]): readonly Name[] {
  return names.map(([name, arabic]) => ({ name, arabic }));
}
