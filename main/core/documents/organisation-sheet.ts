import type { PaperBlock, PaperDocument } from '../contract/documents/paper';
import type { EntityDescription, FieldValue } from '../contract/fields';
import { organisationFields } from '../contract/members/fields';
import type { OrganisationSheet, RecordView } from '../contract/members/operations';
import type { ListName } from '../contract/programme/lists';
import type { Language } from '../contract/values';
import { contactsOfSheetOn, levelInForceOf, mayStandOnPaper } from '../members/service';
import { labelOf } from '../programme/pack';
import { plainTable } from './register-words';
import { dayIn, fieldLabel, filled, sectionLabel, textsIn, valueText } from './wording';

/** The sheet of one organisation: what it says in its order, without what is confidential. Pure. */
export function organisationSheetDocument(
  sheet: OrganisationSheet,
  given: { readonly owner: string; readonly today: string; readonly language: Language },
): PaperDocument {
  const { organisation } = sheet;
  const { language } = given;
  const texts = textsIn(language);
  const name = String(organisation.values.name ?? '');
  return {
    title: name,
    subtitle: filled(texts.dated, { owner: given.owner, day: dayIn(given.today) }),
    language,
    orientation: 'portrait',
    foot: texts.organisationSheet.foot,
    fileName: String(organisation.values.acronym ?? name).slice(0, 100),
    notices: [],
    blocks: [
      ...sectionsOf(organisationFields, organisation, language),
      ...needsOf(sheet.needs, language),
      ...contactsOf(contactsOfSheetOn(sheet, given.today), language),
    ],
  };
}

function sectionsOf(
  description: EntityDescription,
  record: RecordView,
  language: Language,
): readonly PaperBlock[] {
  const sections = [...new Set(description.fields.map((field) => field.section))];
  return sections.flatMap((section): readonly PaperBlock[] => {
    const facts = description.fields
      .filter((field) => field.section === section && field.sensitivity !== 'confidential')
      .flatMap((field) => {
        const value = valueText(field, record.values[field.name], language);
        return value === null ? [] : [{ label: fieldLabel(description, field.name, language), value }];
      });
    if (facts.length === 0) return [];
    return [
      { block: 'heading', level: 1, text: sectionLabel(description, section, language) },
      { block: 'facts', facts },
    ];
  });
}

function needsOf(needs: readonly RecordView[], language: Language): readonly PaperBlock[] {
  if (needs.length === 0) return [];
  const texts = textsIn(language).organisationSheet;
  const words = (code: FieldValue | undefined, list: ListName) =>
    code === null || code === undefined ? '' : labelOf(list, String(code), language);
  return [
    { block: 'heading', level: 1, text: texts.needs },
    plainTable(
      [
        { label: texts.domain, align: 'start', share: 4 },
        { label: texts.level, align: 'start', share: 2 },
        { label: texts.priority, align: 'start', share: 2 },
      ],
      needs.map(({ values }) => [
        words(values.domain, 'capacityDomains'),
        words(levelInForceOf(values), 'needLevels'),
        words(values.priority, 'needPriorities'),
      ]),
    ),
  ];
}

/** Contacts whose sheet is not confidential: the document stays in the committee, but paper is easily lost. */
function contactsOf(contacts: OrganisationSheet['contacts'], language: Language): readonly PaperBlock[] {
  const texts = textsIn(language).organisationSheet;
  const shown = contacts.filter(({ person }) => mayStandOnPaper(person));
  if (shown.length === 0) return [];
  return [
    { block: 'heading', level: 1, text: texts.contacts },
    plainTable(
      [
        { label: texts.person, align: 'start', share: 5 },
        { label: texts.role, align: 'start', share: 4 },
      ],
      shown.map(({ person, affiliation }) => [
        String(person.values.fullName ?? ''),
        String(affiliation.values.role ?? ''),
      ]),
    ),
  ];
}
