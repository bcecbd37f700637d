import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { OpenWorkspace } from '../../main/core/contract/workspace/operations';

/** The groups of the navigation, in order (LOOK.md: by the work). */
export type PageGroup = 'register' | 'quarter' | 'receive' | 'read' | 'share' | 'end';

/** A page that the navigation and "go anywhere" offer. */
export interface AreaPage {
  /** Absolute route, `/organisations`; a longer route below it keeps the page current. */
  readonly path: string;
  readonly group: PageGroup;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string; className?: string }>;
  /** Name in the user's language, at the quarter chosen in the title bar; called at every render. */
  readonly label: (quarter: string) => string;
  /** Who sees it; without it, everybody. */
  readonly shownTo?: (workspace: OpenWorkspace) => boolean;
  /** What stands at the end of the line: a count, or what asks for something. */
  readonly Badge?: ComponentType;
  /** `found`: "go anywhere" finds it, the navigation does not show it. */
  readonly place?: 'found';
  /** Words that also find it in "go anywhere". */
  readonly keywords?: () => string;
}

/** What an area gives to the shell: its routes and its pages. `app/areas.ts` lists the areas. */
export interface Area {
  readonly name: string;
  readonly routes: readonly RouteObject[];
  readonly pages: readonly AreaPage[];
}

export const groupsByRole = {
  committee: ['register', 'quarter'],
  coordination: ['receive', 'read', 'share'],
} as const satisfies Record<OpenWorkspace['role'], readonly PageGroup[]>;
