import { consolidationArea } from '../areas/consolidation';
import { guideArea } from '../areas/guide';
import { membersArea } from '../areas/members';
import { packagesArea } from '../areas/packages';
import { quarterArea } from '../areas/quarter';
import { spreadsheetsArea } from '../areas/spreadsheets';
import { workspaceArea } from '../areas/workspace';
import type { Area } from './area';

/** Every area of the application, in the order of the navigation. */
export const areas: readonly Area[] = [
  consolidationArea,
  membersArea,
  spreadsheetsArea,
  quarterArea,
  packagesArea,
  guideArea,
  workspaceArea,
];
