import type { EntityDescription } from '../../../main/core/contract/fields';
import type { HistoryEntry } from '../../../main/core/contract/records/operations';

/** A stretch of typing ends with a silence longer than this, in milliseconds. */
const silence = 5 * 60_000;

/**
 * The changes of a record as its history shows them. A text is kept at each pause while it is typed, and what one
 * author typed in one stretch is one change: from what stood before it to what stands after it. Newest first, as given.
 */
export function stretchesOf(
  description: EntityDescription,
  entries: readonly HistoryEntry[],
): readonly HistoryEntry[] {
  const texts = new Set(
    description.fields.filter((field) => field.type === 'text').map((field) => field.name),
  );
  const shown: HistoryEntry[] = [];
  let oldest: HistoryEntry | undefined;
  for (const entry of entries) {
    const last = shown.at(-1);
    if (last && oldest && texts.has(entry.field ?? '') && goesOn(entry, oldest)) {
      shown[shown.length - 1] = { ...last, before: entry.before };
    } else {
      shown.push(entry);
    }
    oldest = entry;
  }
  return shown;
}

/** Does the newer change go on where the older one stopped? An undo is a change of its own. */
function goesOn(older: HistoryEntry, newer: HistoryEntry): boolean {
  return (
    older.action === 'changed' &&
    newer.action === 'changed' &&
    older.field === newer.field &&
    older.author === newer.author &&
    older.cause === null &&
    newer.cause === null &&
    older.after === newer.before &&
    Date.parse(newer.instant) - Date.parse(older.instant) <= silence
  );
}
