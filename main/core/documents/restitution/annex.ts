import type { RecordValues } from '../../changes/registry';
import type { PaperBlock } from '../../contract/documents/paper';
import type { FieldDescription } from '../../contract/fields';
import { organisationFields } from '../../contract/members/fields';
import type { Language } from '../../contract/values';
import { mayStand } from '../../members/service';
import { comma, textsIn, valueText } from '../wording';
import type { Telling } from './document';

/** The organisations with what each agreed to publish: the rule of the public export, and no person. */
export function annexOf({ picture, language }: Telling): readonly PaperBlock[] {
  if (picture.organisations.length === 0) return [];
  const words = textsIn(language).restitution;
  return [
    { block: 'pageBreak' },
    { block: 'heading', level: 1, text: words.annex },
    { block: 'paragraph', tone: 'quiet', text: words.annexText },
    {
      block: 'table',
      caption: null,
      columns: [
        { label: words.organisation, align: 'start', share: 6 },
        { label: words.type, align: 'start', share: 3 },
        { label: words.region, align: 'start', share: 3 },
        { label: words.contact, align: 'start', share: 5 },
      ],
      rows: picture.organisations.map((values) => {
        const published = (name: string) => publishedText(values, name, language);
        return [
          joined([published('name'), published('acronym')], ' – '),
          published('type'),
          joined([published('region'), published('locality')], comma(language)),
          joined([published('phone'), published('email'), published('website')], '\n'),
        ];
      }),
      totals: null,
    },
  ];
}

const described = new Map<string, FieldDescription>(
  organisationFields.fields.map((field) => [field.name, field]),
);

/** A value in words when this organisation lets it stand before the public, else nothing. */
function publishedText(values: RecordValues, name: string, language: Language): string {
  const field = described.get(name);
  if (field === undefined || !mayStand(field.sensitivity, 'public', values.publicationConsent)) return '';
  return valueText(field, values[name], language) ?? '';
}

function joined(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== '').join(by);
}
