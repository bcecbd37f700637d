import type { DifferenceRow } from '../../../../main/core/contract/consolidation/operations';

/** Which differences are shown; identical records only when they are asked for. */
export interface Question {
  readonly table: string | null;
  readonly nature: DifferenceRow['nature'] | null;
  readonly search: string;
}

export const everything: Question = { table: null, nature: null, search: '' };
