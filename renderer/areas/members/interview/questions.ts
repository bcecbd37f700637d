import {
  flagMarks,
  type InterviewQuestion,
  type InterviewSection,
  interviewSections,
  markAt,
} from '../../../../main/core/contract/members/interview';
import { currentLanguage, labelOfField, labelOfSection, textOf } from '../../../app/i18n';
import { listLabel, listOptions } from '../../../app/lists';

/** The questions of an interview in words, as they are printed. */

export interface PrintedOption {
  readonly mark: string;
  readonly code: string;
  readonly label: string;
}

/** Every section of the paper with its questions. */
export const paperSections: readonly InterviewSection[] = interviewSections(
  listOptions('capacityDomains').map(({ code }) => code),
);
export const paperQuestions: readonly InterviewQuestion[] = paperSections.flatMap(
  ({ questions }) => questions,
);

/** Title of a section, as on paper. */
export function titleOf(section: InterviewSection): string {
  const [first] = section.questions;
  if (section.key === 'head' || section.key === 'needs') return textOf(`documents:interview.${section.key}`);
  return first === undefined ? '' : labelOfSection(first.entity, section.key);
}

/** Label of a question, as on paper. */
export function labelOf(question: InterviewQuestion): string {
  const { entity, field, domain } = question;
  if (domain !== null) return listLabel('capacityDomains', domain);
  const label = labelOfField(entity, field);
  return entity.entity === 'organisations' ? label : textOf('documents:interview.contact', { field: label });
}

/** The answers printed under a question with their letters; none where one writes. */
export function optionsOf(question: InterviewQuestion, country: string | null): readonly PrintedOption[] {
  const { field, domain } = question;
  const language = currentLanguage();
  if (domain !== null) {
    return listOptions('needLevels').map((option) => ({ ...option, mark: option.code }));
  }
  if (field.type === 'flag') {
    const { yes, no } = flagMarks[language];
    return [
      { mark: yes, code: 'yes', label: textOf('documents:yes') },
      { mark: no, code: 'no', label: textOf('documents:no') },
    ];
  }
  if (field.list === undefined) return [];
  return listOptions(field.list, country).map((option, index) => ({
    ...option,
    mark: markAt(index, language),
  }));
}
