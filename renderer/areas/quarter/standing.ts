import type { PreflightCheck, QuarterOverview } from '../../../main/core/contract/quarter/operations';

/** May lines and narrative be typed in this state? The core decides; the page only shows it. */
export function isOpen({ state }: Pick<QuarterOverview, 'state'>): boolean {
  return state === 'open' || state === 'returned' || state === 'rectifying';
}

/** The points that the signature waits for; none once it is signed. */
export function blockingChecks(overview: QuarterOverview): readonly PreflightCheck[] {
  return isOpen(overview) ? overview.checks.filter((check) => check.level === 'blocking') : [];
}

/** Number of the rectification under way or of the one that could begin. */
export function nextRevision({ signed }: Pick<QuarterOverview, 'signed'>): number {
  return (signed?.revision ?? 0) + 1;
}
