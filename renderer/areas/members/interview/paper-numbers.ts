import { usePreference } from '../../../app/preferences';
import { paperQuestions, paperSections } from './questions';

/** Numbers of the paper beside what they ask on the sheet of an organisation. */
interface PaperNumbers {
  /** By key of the section. */
  readonly sections: ReadonlyMap<string, string>;
  /** By name of the field. */
  readonly fields: ReadonlyMap<string, string>;
}

const none: PaperNumbers = { sections: new Map(), fields: new Map() };
const printed: PaperNumbers = {
  sections: new Map(paperSections.map(({ key, number }) => [key, String(number)])),
  fields: new Map(
    paperQuestions
      .filter(({ entity }) => entity.entity === 'organisations')
      .map(({ field, number }) => [field.name, number]),
  ),
};

/** Whether the numbers are shown, as this person likes it, and how to change that. */
export function usePaperNumbersShown() {
  return usePreference<'shown' | 'hidden'>('paperNumbers', 'shown');
}

/** The numbers to show on the sheet: those of the paper, or none. */
export function usePaperNumbers(): PaperNumbers {
  const [shown] = usePaperNumbersShown();
  return shown === 'shown' ? printed : none;
}
