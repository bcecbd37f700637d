import type { FieldValue } from '../../../../main/core/contract/fields';
import {
  flagTyped,
  type InterviewQuestion,
  placesOfMarks,
} from '../../../../main/core/contract/members/interview';
import type { Input } from '../../../../main/core/contract/operations';
import { dayText } from '../../../app/formats';
import { textOf } from '../../../app/i18n';
import { readDraft, refusalText } from '../../../components/fields/draft';
import { mutable } from '../../../components/sheet/record-writer';
import { optionsOf, type PrintedOption, paperQuestions } from './questions';

/** What was typed, by key of its question. */
export type Answers = Readonly<Record<string, string>>;

/** Where and when the sheet is typed back. */
export interface Place {
  readonly country: string | null;
  readonly today: string;
}

/** What an answer says: its value and the words for it, or the sentence why it is not understood. */
export type ReadAnswer =
  | {
      readonly ok: true;
      readonly value: FieldValue;
      /** What letters and digits stand for; null where the answer says it itself. */
      readonly words: string | null;
      /** Codes of the printed answers that are meant. */
      readonly codes: readonly string[];
    }
  | { readonly ok: false; readonly sentence: string };

const refused = (why: string, values: Readonly<Record<string, string>> = {}): ReadAnswer => ({
  ok: false,
  sentence: textOf(`common:refused.${why}`, values),
});
const nothing: ReadAnswer = { ok: true, value: null, words: null, codes: [] };

/** Reads what was typed for one question. Pure but for the language of the window. */
export function readAnswer(question: InterviewQuestion, typed: string, place: Place): ReadAnswer {
  const { field } = question;
  if (typed.trim() === '') return nothing;
  const options = optionsOf(question, place.country);
  if (field.type === 'flag') return readFlag(typed, options);
  if (field.list !== undefined) return readMarks(question, typed, options);
  const read = readDraft(field, typed);
  if (!read.ok) {
    return question.domain !== null ? refused('level') : { ok: false, sentence: refusalText(field, read) };
  }
  const { value } = read;
  if (question.domain !== null) {
    const level = options.find(({ code }) => code === String(value));
    return { ok: true, value, words: level?.label ?? null, codes: level === undefined ? [] : [level.code] };
  }
  if (field.type !== 'day' || typeof value !== 'string') return { ok: true, value, words: null, codes: [] };
  if (field.name === 'surveyDate' && value > place.today) return refused('day_to_come');
  return { ok: true, value, words: dayText(value), codes: [] };
}

function readFlag(typed: string, [yes, no]: readonly PrintedOption[]): ReadAnswer {
  const value = flagTyped(typed);
  if (value === null) return refused('flag_mark', { yes: yes?.mark ?? '', no: no?.mark ?? '' });
  const meant = value ? yes : no;
  return { ok: true, value, words: meant?.label ?? null, codes: meant === undefined ? [] : [meant.code] };
}

function readMarks(
  { field }: InterviewQuestion,
  typed: string,
  options: readonly PrintedOption[],
): ReadAnswer {
  const places = placesOfMarks(typed);
  const meant = places?.flatMap((place) => options[place] ?? []);
  if (places === null || meant === undefined || meant.length < places.length) {
    return refused('mark', { first: options[0]?.mark ?? '', last: options.at(-1)?.mark ?? '' });
  }
  const codes = meant.map(({ code }) => code);
  const words = meant.map(({ label }) => label).join(' · ');
  if (field.type === 'choices') return { ok: true, value: codes, words, codes };
  return codes.length === 1 ? { ok: true, value: codes[0] ?? null, words, codes } : refused('one_mark');
}

type Sheet = Omit<Input<'interviews.enter'>, 'next'>;

/** The whole sheet, or what stands in its way: the sentence of each question by its key, in the order of the paper. */
export type ReadSheet =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly refusals: ReadonlyMap<string, string> };

/** Reads every answer of a sheet. */
export function readSheet(answers: Answers, place: Place): ReadSheet {
  const refusals = new Map<string, string>();
  const values = new Map<string, FieldValue>();
  const required = requiredIn(answers);
  for (const question of paperQuestions) {
    const read = readAnswer(question, answers[question.key] ?? '', place);
    if (!read.ok) refusals.set(question.key, read.sentence);
    else if (read.value !== null) values.set(question.key, read.value);
    else if (required.includes(question.key)) refusals.set(question.key, textOf('common:refused.required'));
  }
  if (refusals.size > 0) return { ok: false, refusals };
  const role = values.get('affiliations.role');
  return {
    ok: true,
    sheet: {
      organisation: ofEntity('organisations', values),
      needs: paperQuestions.flatMap(({ key, domain }) => {
        const level = values.get(key);
        return domain !== null && typeof level === 'number' ? [{ domain, level }] : [];
      }),
      contact: values.has('persons.fullName')
        ? { person: ofEntity('persons', values), role: typeof role === 'string' ? role : null }
        : null,
    },
  };
}

/** Values of one entity that can be read so far. */
export function understood(answers: Answers, place: Place, entity: 'organisations' | 'persons') {
  const values = new Map<string, FieldValue>();
  for (const question of paperQuestions) {
    const read = readAnswer(question, answers[question.key] ?? '', place);
    if (read.ok && read.value !== null) values.set(question.key, read.value);
  }
  return ofEntity(entity, values);
}

function ofEntity(entity: 'organisations' | 'persons', values: ReadonlyMap<string, FieldValue>) {
  return Object.fromEntries(
    paperQuestions.flatMap((question) => {
      const value = values.get(question.key);
      return question.entity.entity === entity && value !== undefined && value !== null
        ? [[question.field.name, mutable(value)]]
        : [];
    }),
  );
}

/** An organisation has a name and a day; a contact of whom anything is noted has a name. */
function requiredIn(answers: Answers): readonly string[] {
  const hasContact = ['affiliations.role', 'persons.phone', 'persons.email'].some(
    (key) => (answers[key] ?? '').trim() !== '',
  );
  const always = ['organisations.surveyDate', 'organisations.name'];
  return hasContact ? [...always, 'persons.fullName'] : always;
}

/** What the next sheet of the pile has in common with this one: the day and who asked. */
export function carriedOver(answers: Answers): Record<string, string> {
  return Object.fromEntries(
    ['organisations.surveyDate', 'organisations.surveyor'].flatMap((key) => {
      const typed = answers[key];
      return typed === undefined || typed === '' ? [] : [[key, typed]];
    }),
  );
}
