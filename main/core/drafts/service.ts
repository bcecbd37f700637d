import { like } from 'drizzle-orm';
import type { WorkspaceDatabase } from '../../../db/open';
import { settings } from '../../../db/schema';
import { write } from '../changes/gesture';
import type { draftOperations } from '../contract/drafts/operations';
import type { Handlers } from '../handler';
import { readSetting, removeSetting, storeSetting } from '../storage/stored-settings';

/** What is typed and not saved yet: no record, no entry of the change log, in no package. */
export const draftHandlers: Handlers<typeof draftOperations> = {
  'drafts.of': (context, { place }) => readSetting(context.workspace().database, `draft:${place}`) ?? {},
  'drafts.keep': (context, { place, texts }) => {
    const workspace = context.workspace();
    const known = readSetting(workspace.database, `draft:${place}`) ?? {};
    const changed = Object.entries(texts).filter(([key, text]) => (known[key] ?? null) !== text);
    if (changed.length === 0) return {};
    const kept = Object.entries({ ...known, ...Object.fromEntries(changed) });
    const waiting = kept.flatMap(([key, text]) => (text === null ? [] : [[key, text] as const]));
    write(workspace, () => storeTexts(workspace.database, place, waiting), 'lasting');
    return {};
  },
};

/** What was typed of these fields is saved now; call it inside that gesture's transaction. */
export function dropDraft(database: WorkspaceDatabase, place: string, fields: readonly string[]): void {
  const known = readSetting(database, `draft:${place}`);
  if (known === null) return;
  storeTexts(
    database,
    place,
    Object.entries(known).filter(([field]) => !fields.includes(field)),
  );
}

/**
 * Forgets what is typed anywhere and means somebody; call it inside a gesture's transaction.
 *
 * @param ids records of theirs: all that is typed of those goes
 * @param means whether a text names them: it goes from wherever it is typed
 */
export function forgetDrafts(
  database: WorkspaceDatabase,
  ids: readonly string[],
  means: (text: string) => boolean,
): void {
  const stored = database.select().from(settings).where(like(settings.key, 'draft:%')).all();
  for (const { key } of stored) {
    const place = key.slice('draft:'.length);
    const texts = Object.entries(readSetting(database, `draft:${place}`) ?? {});
    const isTheirs = ids.some((id) => place.includes(id)) || texts.some(([, text]) => ids.includes(text));
    // The other answers of a form that names them (a telephone, an age) are theirs as well.
    const isAboutThem = isTheirs || (place.startsWith('new:') && texts.some(([, text]) => means(text)));
    const others = isAboutThem
      ? []
      : texts.filter(([field, text]) => !means(text) && !ids.some((id) => field.includes(id)));
    if (others.length < texts.length) storeTexts(database, place, others);
  }
}

function storeTexts(
  database: WorkspaceDatabase,
  place: string,
  texts: readonly (readonly [string, string])[],
): void {
  if (texts.length === 0) removeSetting(database, `draft:${place}`);
  else storeSetting(database, `draft:${place}`, Object.fromEntries(texts));
}
