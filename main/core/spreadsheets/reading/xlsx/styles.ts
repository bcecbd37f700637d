import { isBuiltInDayFormat, isDayFormat } from '../number-format';
import { withoutEntities, XmlReader } from './xml-reader';

/** By the number of a cell's style: does it show a day? Throws X01. */
export function dayStyles(xml: Buffer): readonly boolean[] {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  const reader = new XmlReader(xml);
  let inCellStyles = false;
  while (reader.next()) {
    if (reader.name === 'numFmt' && !reader.isClosing) {
      const code = withoutEntities(reader.attribute('formatCode') ?? '');
      own.set(Number(reader.attribute('numFmtId')), isDayFormat(code));
    } else if (reader.name === 'cellXfs') inCellStyles = !reader.isClosing;
    else if (reader.name === 'xf' && !reader.isClosing && inCellStyles) {
      const format = Number(reader.attribute('numFmtId') ?? 0);
      styles.push(own.get(format) ?? isBuiltInDayFormat(format));
    }
  }
  return styles;
}
