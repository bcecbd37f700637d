import { builtInFormat, formatOf, type NumberFormat } from '../number-format';
import { withoutEntities, XmlReader } from './xml-reader';

/** By the number of a cell's style: how it shows numbers. Throws X01. */
export function numberFormats(xml: Buffer): readonly NumberFormat[] {
  const own = new Map<number, NumberFormat>();
  const styles: NumberFormat[] = [];
  const reader = new XmlReader(xml);
  let inCellStyles = false;
  while (reader.next()) {
    if (reader.name === 'numFmt' && !reader.isClosing) {
      const code = withoutEntities(reader.attribute('formatCode') ?? '');
      own.set(Number(reader.attribute('numFmtId')), formatOf(code));
    } else if (reader.name === 'cellXfs') inCellStyles = !reader.isClosing;
    else if (reader.name === 'xf' && !reader.isClosing && inCellStyles) {
      const format = Number(reader.attribute('numFmtId') ?? 0);
      styles.push(own.get(format) ?? builtInFormat(format));
    }
  }
  return styles;
}
