import { posix } from 'node:path';
import { DomainError } from '../../../contract/errors';
import type { Archive } from '../archive';
import { limits } from '../limits';
import type { TakeRows } from '../rows-ahead';
import type { SheetTable } from '../table';
import { attachedTo } from './attached';
import { type BookContext, sheetCells } from './sheet';
import { SharedStrings } from './strings';
import { numberFormats } from './styles';
import { utf8Part } from './utf8-part';
import { withoutEntities, XmlReader } from './xml-reader';

/** The workbook part of an archive, where programs put it or where the package says; null when it is no XLSX. */
export function workbookPart(archive: Archive): string | null {
  const { names } = archive;
  const usual = names.find((name) => /^xl\/workbook\d*\.xml$/i.test(name));
  if (usual !== undefined) return usual;
  const told = partsBeside(archive, '').ofType('officeDocument');
  return told !== null && /workbook\d*\.xml$/i.test(told) ? told : null;
}

/** Reads the sheets of an XLSX. Nothing but the parts that hold cells is inflated. Throws X01–X03. */
export function readXlsx(archive: Archive, workbook: string, take: TakeRows): SheetTable[] {
  const { sheets, isFrom1904 } = sheetsOf(xmlOf(archive, workbook));
  if (sheets.length > limits.sheets) throw new DomainError('X03', { what: 'sheets', limit: limits.sheets });
  const find = partsBeside(archive, workbook);
  const [strings, styles] = [find.ofType('sharedStrings'), find.ofType('styles')];
  const book: BookContext = {
    strings: new SharedStrings(strings === null ? noXml : xmlOf(archive, strings)),
    formats: styles === null ? [] : numberFormats(xmlOf(archive, styles)),
    shift: isFrom1904 ? 1_462 : 0,
    budget: { cells: limits.cells },
  };
  const tables = sheets.map(({ name, state, relation }, index): SheetTable => {
    const part = find.byId(relation) ?? find.named(`worksheets/sheet${index + 1}.xml`);
    // A sheet that is only a chart has no cells.
    const holdsCells = part !== null && (find.isSheet(relation) || /(^|\/)worksheets\//i.test(part));
    const cells = holdsCells
      ? sheetCells(
          xmlOf(archive, part),
          book,
          (rows, from) => take({ sheet: index, name, state, rows, from }),
          attachedTo(archive, part),
        )
      : { rows: [], merges: [] };
    return { name, state, ...cells };
  });
  book.strings.readRest();
  return tables;
}

const noXml = Buffer.alloc(0);

function xmlOf(archive: Archive, part: string): Buffer {
  return utf8Part(archive.part(part));
}

interface Sheet {
  readonly name: string;
  readonly state: SheetTable['state'];
  readonly relation: string | null;
}

function sheetsOf(xml: Buffer): { readonly sheets: readonly Sheet[]; readonly isFrom1904: boolean } {
  const sheets: Sheet[] = [];
  let isFrom1904 = false;
  const reader = new XmlReader(xml);
  while (reader.next()) {
    if (reader.isClosing) continue;
    if (reader.name === 'workbookPr') isFrom1904 = /^(1|true)$/.test(reader.attribute('date1904') ?? '');
    if (reader.name !== 'sheet') continue;
    const state = reader.attribute('state');
    sheets.push({
      name: withoutEntities(reader.attribute('name') ?? '').slice(0, 100),
      state: state === 'hidden' || state === 'veryHidden' ? 'hidden' : 'visible',
      relation: reader.attribute('id'),
    });
  }
  return { sheets, isFrom1904 };
}

interface Parts {
  byId(relation: string | null): string | null;
  /** Does the workbook call this part a sheet of cells? */
  isSheet(relation: string | null): boolean;
  ofType(type: string): string | null;
  /** By its place beside the workbook. */
  named(path: string): string | null;
}

/** The parts that a workbook names, as the archive has them: names of parts ignore case. */
function partsBeside(archive: Archive, workbook: string): Parts {
  const names = new Map(archive.names.map((name) => [name.toLowerCase(), name]));
  const folder = posix.dirname(workbook);
  const named = (target: string) =>
    names.get(
      (target.startsWith('/') ? target.slice(1) : posix.normalize(`${folder}/${target}`)).toLowerCase(),
    ) ?? null;
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  const sheets = new Set<string>();
  const relations = named(`_rels/${posix.basename(workbook)}.rels`);
  const reader = new XmlReader(relations === null ? noXml : xmlOf(archive, relations));
  while (reader.next()) {
    if (reader.name !== 'Relationship' || reader.attribute('TargetMode') === 'External') continue;
    const part = named(withoutEntities(reader.attribute('Target') ?? ''));
    if (part === null) continue;
    const id = reader.attribute('Id') ?? '';
    const type = (reader.attribute('Type') ?? '').replace(/^.*\//, '');
    byId.set(id, part);
    byType.set(type, part);
    if (type === 'worksheet') sheets.add(id);
  }
  return {
    byId: (relation) => byId.get(relation ?? '') ?? null,
    isSheet: (relation) => sheets.has(relation ?? ''),
    ofType: (type) => byType.get(type) ?? named(`${type}.xml`),
    named,
  };
}
