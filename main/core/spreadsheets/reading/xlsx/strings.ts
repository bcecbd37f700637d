import { DomainError } from '../../../contract/errors';
import { limits } from '../limits';
import { XmlReader } from './xml-reader';

/** Texts of an XLSX: in the cells themselves (`is`), or shared by all sheets (`sst`, ECMA-376 §18.4). */

/**
 * The shared texts by their number, read as far as they are asked for: programs number them in the order of the cells,
 * so the first rows need only the first of them. Each method throws X01, X03.
 */
export class SharedStrings {
  readonly #reader: XmlReader;
  readonly #texts: string[] = [];
  #isRead = false;

  constructor(xml: Buffer) {
    this.#reader = new XmlReader(xml);
  }

  /** The text of this number; undefined when there is none. */
  text(number: number): string | undefined {
    while (!this.#isRead && this.#texts.length <= number) this.#readNext();
    return this.#texts[number];
  }

  isEmpty(): boolean {
    return this.text(0) === undefined;
  }

  /** Reads those that no cell asked for: a file is whole or refused. */
  readRest(): void {
    while (!this.#isRead) this.#readNext();
  }

  #readNext(): void {
    const reader = this.#reader;
    while (reader.next()) {
      if (reader.name !== 'si' || reader.isClosing) continue;
      if (this.#texts.length >= limits.cells)
        throw new DomainError('X03', { what: 'cells', limit: limits.cells });
      this.#texts.push(richText(reader));
      return;
    }
    this.#isRead = true;
  }
}

/** The text of the element under the reader, its runs together, without the pronunciation of Asian names. */
export function richText(reader: XmlReader): string {
  if (reader.isEmpty) return '';
  const whole = reader.name;
  let text = '';
  let isSpoken = false;
  while (reader.next()) {
    if (reader.name === whole && reader.isClosing) break;
    if (reader.name === 'rPh') isSpoken = !reader.isClosing && !reader.isEmpty;
    else if (reader.name === 't' && !reader.isClosing && !isSpoken) text += reader.text();
  }
  return withoutEscapes(text);
}

/** `_x000D_`: a character that XML cannot hold (ECMA-376 §22.9.2.19). Line ends as one sign. */
export function withoutEscapes(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([\da-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return plain.includes('\r') ? plain.replace(/\r\n/g, '\n') : plain;
}
