import arCartography from '../../../resources/locales/ar/cartography.json' with { type: 'json' };
import ar from '../../../resources/locales/ar/spreadsheets.json' with { type: 'json' };
import enCartography from '../../../resources/locales/en/cartography.json' with { type: 'json' };
import en from '../../../resources/locales/en/spreadsheets.json' with { type: 'json' };
import frCartography from '../../../resources/locales/fr/cartography.json' with { type: 'json' };
import fr from '../../../resources/locales/fr/spreadsheets.json' with { type: 'json' };
import type { Language, Message } from '../contract/values';

const texts = { fr, en, ar } as const;

/** A reason in words, for files that leave the application. */
export function reasonText(reason: Message, language: Language): string {
  const sentences: Readonly<Record<string, string>> = texts[language].why;
  const sentence = sentences[reason.code] ?? sentences[`${reason.code}_other`] ?? reason.code;
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(reason.params[name] ?? ''));
}

/** Heading of the column of reasons in the file of refused rows. */
export function reasonHeading(language: Language): string {
  return texts[language].refusedFile.heading;
}

const cartography = { fr: frCartography, en: enCartography, ar: arCartography } as const;

/** Headings of the needs as a spreadsheet. */
export function needsHeadings(language: Language): (typeof frCartography)['export'] {
  return cartography[language].export;
}
