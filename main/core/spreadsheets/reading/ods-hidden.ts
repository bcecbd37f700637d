import { limits } from './limits';
import { utf8Part } from './xlsx/utf8-part';
import { XmlReader } from './xlsx/xml-reader';

/** By sheet, the rows of an OpenDocument sheet that it does not show: hidden or filtered out. Throws X01. */
export function hiddenInOds(content: Buffer): readonly (readonly number[])[] {
  const sheets: number[][] = [];
  const reader = new XmlReader(utf8Part(content));
  let row = 0;
  while (reader.next()) {
    if (reader.isClosing) continue;
    if (reader.name === 'table' && reader.attribute('name') !== null) {
      sheets.push([]);
      row = 0;
    } else if (reader.name === 'table-row') {
      const many = Math.min(Number(reader.attribute('number-rows-repeated') ?? 1), limits.rows);
      const visibility = reader.attribute('visibility');
      if (visibility === 'collapse' || visibility === 'filter')
        for (let at = row; at < Math.min(row + many, limits.rows); at += 1) sheets.at(-1)?.push(at);
      row += many;
    }
  }
  return sheets;
}
