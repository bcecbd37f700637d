import { membersArea } from '../areas/members';
import { spreadsheetsArea } from '../areas/spreadsheets';
import { workspaceArea } from '../areas/workspace';
import type { Area } from './area';

/** Every area of the application, in the order of the navigation. */
export const areas: readonly Area[] = [membersArea, spreadsheetsArea, workspaceArea];
