import type { PaperBlock, PaperDocument } from '../contract/documents/paper';
import type { FieldDescription, FieldValue } from '../contract/fields';
import {
  flagMarks,
  type InterviewQuestion,
  type InterviewSection,
  interviewSections,
  markAt,
} from '../contract/members/interview';
import type { OrganisationSheet } from '../contract/members/operations';
import type { Language } from '../contract/values';
import { contactsOfSheetOn, levelInForceOf, mayStandOnPaper } from '../members/service';
import { codesInOrder, labelOf } from '../programme/pack';
import { comma, dayIn, fieldLabel, filled, sectionLabel, textsIn, valueText } from './wording';

/** What the paper is made from. `sheet`: null for a blank one, else what is known is printed for correction. */
export interface InterviewPaper {
  readonly sheet: OrganisationSheet | null;
  readonly owner: string;
  readonly today: string;
  readonly country: string | null;
  readonly language: Language;
}

type Texts = ReturnType<typeof textsIn>['interview'];

/** The sheet to fill in by hand during an interview, numbered like the screen. Pure. */
export function interviewDocument(paper: InterviewPaper): PaperDocument {
  const { sheet, language } = paper;
  const texts = textsIn(language);
  const say = texts.interview;
  const values = sheet?.organisation.values;
  const name = String(values?.acronym ?? values?.name ?? '');
  return {
    title: sheet === null ? say.title : filled(say.titleOf, { name }),
    subtitle:
      sheet === null ? paper.owner : filled(texts.dated, { owner: paper.owner, day: dayIn(paper.today) }),
    language,
    orientation: 'portrait',
    foot: say.foot,
    fileName: (sheet === null ? say.fileName : filled(say.fileNameOf, { name })).slice(0, 100),
    notices: [],
    blocks: [
      { block: 'paragraph', text: say.purpose, tone: 'quiet' },
      {
        block: 'paragraph',
        text: sheet === null ? say.howTo : `${say.howTo} ${say.howToKnown}`,
        tone: 'strong',
      },
      ...interviewSections(codesInOrder('capacityDomains', null)).flatMap((section) =>
        sectionBlocks(section, paper, say),
      ),
    ],
  };
}

function sectionBlocks(section: InterviewSection, paper: InterviewPaper, say: Texts): readonly PaperBlock[] {
  const { language } = paper;
  const heading = (text: string): PaperBlock => ({
    block: 'heading',
    level: 1,
    text: `${section.number}  ${text}`,
  });
  if (section.key === 'needs') return [heading(say.needs), needsGrid(section, paper, say)];
  const label =
    section.key === 'head' ? say.head : sectionLabel(organisationEntity(section), section.key, language);
  const blanks = section.questions.map((question) => blankOf(question, paper, say));
  if (section.key !== 'programme') return [heading(label), ...blanks];
  return [
    heading(label),
    { block: 'paragraph', text: say.consent, tone: 'plain' },
    ...blanks,
    ...[say.signature, say.signed].map(
      (text): PaperBlock => ({
        block: 'blank',
        number: '',
        label: text,
        hint: '',
        answer: { kind: 'lines', count: 1, known: '' },
      }),
    ),
  ];
}

function organisationEntity(section: InterviewSection) {
  const entity = section.questions[0]?.entity;
  if (entity === undefined) throw new Error(`No question in section ${section.key}`);
  return entity;
}

function blankOf(question: InterviewQuestion, paper: InterviewPaper, say: Texts): PaperBlock {
  const { entity, field, number } = question;
  const label = fieldLabel(entity, field.name, paper.language);
  const value = knownOf(question, paper);
  const answer = answerOf(field, value, paper);
  return {
    block: 'blank',
    number,
    label: entity.entity === 'organisations' ? label : filled(say.contact, { field: label }),
    hint: hintOf(field, say),
    answer,
  };
}

function hintOf(field: FieldDescription, say: Texts): string {
  if (field.type === 'choice') return say.one;
  return field.type === 'choices' ? say.several : '';
}

type Answer = Extract<PaperBlock, { block: 'blank' }>['answer'];

function answerOf(field: FieldDescription, value: FieldValue, paper: InterviewPaper): Answer {
  const { language } = paper;
  if (field.type === 'flag') {
    const { yes, no } = textsIn(language);
    const marks = flagMarks[language];
    return {
      kind: 'choices',
      several: false,
      options: [
        { mark: marks.yes, label: yes, state: value === true ? 'ticked' : 'open' },
        { mark: marks.no, label: no, state: value === false ? 'ticked' : 'open' },
      ],
    };
  }
  if (field.list !== undefined) {
    const list = field.list;
    const ticked = Array.isArray(value) ? value : [value];
    return {
      kind: 'choices',
      several: field.type === 'choices',
      options: codesInOrder(list, paper.country).map((code, index) => ({
        mark: markAt(index, language),
        label: labelOf(list, code, language),
        state: ticked.includes(code) ? 'ticked' : 'open',
      })),
    };
  }
  return {
    kind: 'lines',
    count: field.type === 'text' ? 3 : 1,
    known: valueText(field, value, language) ?? '',
  };
}

/** What the register holds already. A confidential person is not printed: paper is easily lost. */
function knownOf(question: InterviewQuestion, { sheet, today }: InterviewPaper): FieldValue {
  if (sheet === null) return null;
  const { entity, field } = question;
  const contact = contactsOfSheetOn(sheet, today).find(({ person }) => mayStandOnPaper(person));
  const values =
    entity.entity === 'organisations'
      ? askedAnew.includes(field.name)
        ? {}
        : sheet.organisation.values
      : entity.entity === 'persons'
        ? contact?.person.values
        : contact?.affiliation.values;
  return values?.[field.name] ?? null;
}

/** What belongs to one interview and not to the organisation. */
const askedAnew: readonly string[] = [
  'surveySheet',
  'surveyDate',
  'surveyor',
  'surveySource',
  'surveyReliability',
];

function needsGrid(section: InterviewSection, paper: InterviewPaper, say: Texts): PaperBlock {
  const { language } = paper;
  const levels = codesInOrder('needLevels', null);
  const known = new Map(
    paper.sheet?.needs.map(({ values }) => [values.domain, String(levelInForceOf(values) ?? '')]),
  );
  return {
    block: 'table',
    caption: filled(say.needsHint, {
      levels: levels
        .map((level) => `${level} ${labelOf('needLevels', level, language)}`)
        .join(comma(language)),
    }),
    columns: [
      { label: say.number, align: 'start', share: 2 },
      { label: say.domain, align: 'start', share: 11 },
      ...levels.map((level) => ({ label: level, align: 'start' as const, share: 2 })),
    ],
    rows: section.questions.map(({ number, domain }) => [
      number,
      labelOf('capacityDomains', domain ?? '', language),
      ...levels.map((level) => (known.get(domain) === level ? '☒' : '☐')),
    ]),
    totals: null,
  };
}
