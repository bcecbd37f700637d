import type { PaperBlock, PaperDocument } from '../contract/documents/paper';
import type { Language } from '../contract/values';
import type { PersonWithOrganisations } from '../members/service';
import { mayStandOnPaper } from '../members/service';
import { referencePack } from '../programme/pack';
import { nameIn } from './register-words';
import { counted, filled, textsIn } from './wording';

interface Given {
  readonly owner: string;
  readonly today: string;
  readonly language: Language;
  /** Of the committee; null for a workspace of no one country. */
  readonly country: string | null;
}

/**
 * One sheet for each person, to tick and sign: what each agreement allows, how to withdraw it. Without persons, one
 * sheet with an empty name. Who is confidential has no sheet. Pure.
 */
export function consentFormDocument(
  persons: readonly PersonWithOrganisations[],
  given: Given,
): PaperDocument {
  const { language } = given;
  const texts = textsIn(language);
  const shown = persons.filter(({ person }) => mayStandOnPaper(person));
  const sheets: readonly (PersonWithOrganisations | null)[] = persons.length === 0 ? [null] : shown;
  const hidden = persons.length - shown.length;
  return {
    title: texts.consentForm.title,
    subtitle: given.owner,
    language,
    orientation: 'portrait',
    foot: texts.consentForm.foot,
    fileName: texts.consentForm.title,
    notices: hidden === 0 ? [] : [counted(texts, 'confidential', hidden, language)],
    blocks: sheets.flatMap((sheet, index) => [
      ...(index === 0 ? [] : [{ block: 'pageBreak' } as const]),
      ...sheetOf(sheet, given),
    ]),
  };
}

function sheetOf(person: PersonWithOrganisations | null, given: Given): readonly PaperBlock[] {
  const texts = textsIn(given.language).consentForm;
  return [
    ...headOf(person, given.language),
    { block: 'paragraph', text: filled(texts.intro, { owner: given.owner }), tone: 'plain' },
    ...referencePack.lists.consentPurposes.map(
      ({ code, label }, index): PaperBlock => ({
        block: 'blank',
        number: `${index + 1}.`,
        label: purposeText(code, given.language) ?? label[given.language],
        hint: '',
        answer: {
          kind: 'choices',
          several: true,
          options: [
            { mark: '', label: texts.yes, state: 'open' },
            { mark: '', label: texts.no, state: 'open' },
          ],
        },
      }),
    ),
    { block: 'paragraph', text: texts.rights, tone: 'plain' },
    { block: 'paragraph', text: lawText(given), tone: 'quiet' },
    ...[texts.until, texts.date, texts.signature].map(lineFor),
  ];
}

function headOf(person: PersonWithOrganisations | null, language: Language): readonly PaperBlock[] {
  const texts = textsIn(language).consentForm;
  if (person === null) return [texts.name, texts.organisation].map(lineFor);
  const { fullName, nameArabic } = person.person.values;
  return [
    { block: 'heading', level: 1, text: nameIn(language, fullName, nameArabic) },
    ...(person.organisations.length === 0
      ? []
      : [{ block: 'paragraph', text: person.organisations.join('\n'), tone: 'strong' } as const]),
  ];
}

function lineFor(label: string): PaperBlock {
  return { block: 'blank', number: '', label, hint: '', answer: { kind: 'lines', count: 1, known: '' } };
}

/** The sentence one signs for a purpose; null for one that this version does not know. */
function purposeText(code: string, language: Language): string | null {
  const sentences: Readonly<Record<string, string>> = textsIn(language).consentForm.purposes;
  return sentences[code] ?? null;
}

/** The law that was verified for the country (DOMAIN.md §1.9), or a sentence that holds in each. */
function lawText({ country, language }: Given): string {
  const laws: Readonly<Record<string, string>> = textsIn(language).consentForm.law;
  return laws[country ?? ''] ?? textsIn(language).consentForm.law.any;
}
