import { IconCheck, IconCircleMinus, IconCirclePlus, IconHelpCircle, IconPencil } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { DifferenceRow } from '../../../../main/core/contract/consolidation/operations';

/** Natures of a difference in the order of the filters, each with its icon. */
export const natures: readonly DifferenceRow['nature'][] = [
  'new',
  'changed',
  'removed',
  'vanished',
  'identical',
];

export const natureIcons: Readonly<
  Record<DifferenceRow['nature'], ComponentType<{ className?: string | undefined }>>
> = {
  new: IconCirclePlus,
  changed: IconPencil,
  removed: IconCircleMinus,
  vanished: IconHelpCircle,
  identical: IconCheck,
};
