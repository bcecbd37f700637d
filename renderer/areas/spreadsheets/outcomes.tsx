import {
  IconCirclePlus,
  IconCircleX,
  IconEqual,
  IconHelpCircle,
  IconPencil,
  IconTable,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../main/core/contract/spreadsheets/operations';
import { type StatusTone, StatusWord } from '../../components/StatusWord';

export const outcomes: readonly Outcome[] = ['new', 'changed', 'identical', 'ambiguous', 'refused'];

const icons = {
  new: IconCirclePlus,
  changed: IconPencil,
  identical: IconEqual,
  ambiguous: IconHelpCircle,
  refused: IconCircleX,
} as const;
const tones: Readonly<Record<Outcome, StatusTone>> = {
  new: 'plain',
  changed: 'plain',
  identical: 'quiet',
  ambiguous: 'warn',
  refused: 'bad',
};

/** The icon of an outcome; of all rows together without one. */
export function iconOfOutcome(outcome: Outcome | null) {
  return outcome === null ? IconTable : icons[outcome];
}

/** What a row leads to: icon and word. */
export function OutcomeWord(props: { readonly outcome: Outcome; readonly shape?: 'plain' | 'filled' }) {
  const { t } = useTranslation('spreadsheets');
  return (
    <StatusWord icon={icons[props.outcome]} tone={tones[props.outcome]} shape={props.shape ?? 'plain'}>
      {t(`outcome.${props.outcome}`)}
    </StatusWord>
  );
}
