import { activitiesOf, findLine } from '../../../main/core/contract/programme/logframe';
import type { LogframeActivity, LogframeLine } from '../../../main/core/contract/programme/reference-pack';
import { labelIn } from '../../../main/core/contract/programme/text';
import { shippedReferencePack } from '../../../resources/programme';
import { currentLanguage } from '../../app/i18n';

/** The logframe as the screens of the quarter read it. */

export interface ResultGroup {
  readonly result: LogframeLine;
  readonly activities: readonly LogframeActivity[];
}

/** The activities in printed order, under their results. */
export const resultGroups: readonly ResultGroup[] = groupsOf(activitiesOf(shippedReferencePack));

function groupsOf(activities: readonly LogframeActivity[]): readonly ResultGroup[] {
  const groups: { result: LogframeLine; activities: LogframeActivity[] }[] = [];
  for (const activity of activities) {
    const result = findLine(shippedReferencePack, activity.parent ?? '');
    if (result === null) continue;
    const group = groups.find((candidate) => candidate.result.code === result.code);
    if (group === undefined) groups.push({ result, activities: [activity] });
    else group.activities.push(activity);
  }
  return groups;
}

/** The short name of an activity or result in the user's language; the document's own text is French. */
export function shortLabel(line: LogframeLine): string {
  return labelIn(line.shortLabel, currentLanguage());
}

/** The short name of an activity by its code; empty when the programme does not know it. */
export function activityLabel(code: string): string {
  const line = findLine(shippedReferencePack, code);
  return line === null ? '' : shortLabel(line);
}
