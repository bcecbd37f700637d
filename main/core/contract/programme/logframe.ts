import type { LogframeActivity, LogframeCode, LogframeLine, ReferencePack } from './reference-pack';

/** The lines directly under `parent`, in printed order; `null` gives the top of the logframe. */
export function childrenOf(pack: ReferencePack, parent: LogframeCode | null): readonly LogframeLine[] {
  return pack.logframe.filter((line) => line.parent === parent).sort((a, b) => a.order - b.order);
}

/** The activities in printed order: the lines of a quarter. */
export function activitiesOf(pack: ReferencePack): readonly LogframeActivity[] {
  return pack.logframe.filter((line) => line.level === 'activity').sort((a, b) => a.order - b.order);
}

/** The line with this code, or null when the pack does not know it. */
export function findLine(pack: ReferencePack, code: string): LogframeLine | null {
  return pack.logframe.find((line) => line.code === code) ?? null;
}
