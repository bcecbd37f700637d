import { guideArea } from '../areas/guide';
import { membersArea } from '../areas/members';
import { workspaceArea } from '../areas/workspace';
import type { Area } from './area';

/** Every area of the application, in the order of the navigation. */
export const areas: readonly Area[] = [membersArea, guideArea, workspaceArea];
