import { posix } from 'node:path';
import type { Archive } from '../archive';
import type { Attached } from '../table';
import { type AttachedToCells, cellAt } from './sheet';
import { richText } from './strings';
import { utf8Part } from './utf8-part';
import { withoutEntities, XmlReader } from './xml-reader';

/** What other parts say about the cells of a sheet: comments, and where its links lead. Throws X01, X03. */
export function attachedTo(archive: Archive, sheet: string): AttachedToCells {
  const names = new Map(archive.names.map((name) => [name.toLowerCase(), name]));
  const folder = posix.dirname(sheet);
  const part = (path: string) => names.get(path.toLowerCase()) ?? null;
  const links = new Map<string, string>();
  const comments: string[] = [];
  const relations = part(`${folder}/_rels/${posix.basename(sheet)}.rels`);
  if (relations === null) return { notes: [], linkOf: () => null };
  const reader = new XmlReader(utf8Part(archive.part(relations)));
  while (reader.next()) {
    if (reader.name !== 'Relationship') continue;
    const type = (reader.attribute('Type') ?? '').replace(/^.*\//, '');
    const target = withoutEntities(reader.attribute('Target') ?? '');
    if (type === 'hyperlink') links.set(reader.attribute('Id') ?? '', target);
    else if (type === 'comments' || type === 'threadedComment') {
      const path = target.startsWith('/') ? target.slice(1) : posix.normalize(`${folder}/${target}`);
      const found = part(path);
      if (found !== null) comments.push(found);
    }
  }
  return {
    notes: notesIn(comments.map((name) => utf8Part(archive.part(name)))),
    linkOf: (relation) => links.get(relation ?? '') ?? null,
  };
}

/** Comments of both kinds; the older one of a cell only repeats a conversation for older programs. */
function notesIn(parts: readonly Buffer[]): Attached[] {
  const [older, talks]: [Attached[], Attached[]] = [[], []];
  for (const xml of parts) {
    const reader = new XmlReader(xml);
    let at: Pick<Attached, 'row' | 'column'> | null = null;
    let into = older;
    while (reader.next()) {
      if (reader.isClosing) continue;
      if (reader.name === 'comment' || reader.name === 'threadedComment') {
        at = cellAt(reader.attribute('ref') ?? '');
        into = reader.name === 'comment' ? older : talks;
      } else if (reader.name === 'text' && at !== null) {
        const text = into === older ? richText(reader) : reader.text();
        into.push({ ...at, text: text.trim() });
      }
    }
  }
  const talkedAbout = new Set(talks.map(({ row, column }) => `${row}:${column}`));
  return [...older.filter(({ row, column }) => !talkedAbout.has(`${row}:${column}`)), ...talks];
}
