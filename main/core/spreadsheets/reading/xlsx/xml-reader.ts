import { DomainError } from '../../../contract/errors';

/**
 * Walks over the tags of an XML part, one after the other, without building a tree. It knows what the parts of an XLSX
 * use: elements, attributes, text, comments, CDATA. A document type, and with it every entity of a file's own, is
 * refused (ECMA-376 part 2 forbids it): nothing here can grow or fetch.
 */
export class XmlReader {
  readonly #part: Buffer;
  /** The part byte by byte: all that is not text is ASCII, and a text of which this is true needs no decoding. */
  readonly #xml: string;
  #at = 0;
  /** Where the values of this tag's attributes begin and end, by pairs; the first `#values` of them count. */
  readonly #quotes: number[] = [];
  #values = 0;
  /** Name of the tag under the reader, without its prefix. */
  name = '';
  /** `</name>`. */
  isClosing = false;
  /** `<name/>`: no text and no closing tag follow. */
  isEmpty = false;

  /** @param part in UTF-8 */
  constructor(part: Buffer) {
    this.#part = part;
    this.#xml = part.toString('latin1');
  }

  /** Goes to the next tag, whatever lies between; false at the end. Throws X01. */
  next(): boolean {
    const xml = this.#xml;
    for (;;) {
      const open = xml.indexOf('<', this.#at);
      if (open < 0) return false;
      const first = xml.charCodeAt(open + 1);
      if (first === exclamation || first === question) {
        this.#at = afterAside(xml, open);
        continue;
      }
      this.isClosing = first === slash;
      this.#readTag(this.isClosing ? open + 2 : open + 1);
      return true;
    }
  }

  #readTag(from: number): void {
    const xml = this.#xml;
    let start = from;
    let at = from;
    let code = xml.charCodeAt(at);
    while (code > space && code !== greater && code !== slash) {
      at += 1;
      if (code === colon) start = at;
      code = xml.charCodeAt(at);
    }
    this.name = xml.slice(start, at);
    let values = 0;
    // A quoted value may hold any sign but its quote.
    while (code !== greater) {
      if (code === quote || code === apostrophe) {
        const close = xml.indexOf(code === quote ? '"' : "'", at + 1);
        if (close < 0) throw damaged();
        this.#quotes[values] = at + 1;
        this.#quotes[values + 1] = close;
        values += 2;
        at = close;
      } else if (!(code >= 0)) throw damaged();
      at += 1;
      code = xml.charCodeAt(at);
    }
    this.#values = values;
    this.isEmpty = !this.isClosing && xml.charCodeAt(at - 1) === slash;
    this.#at = at + 1;
  }

  /** The value of an attribute of this tag as it stands in the file, by its name without prefix; null when it has none. */
  attribute(wanted: string): string | null {
    for (let value = 0; value < this.#values; value += 2) {
      const open = this.#quotes[value] ?? 0;
      if (isNameBefore(this.#xml, open - 1, wanted))
        return this.#decoded(open, this.#quotes[value + 1] ?? open);
    }
    return null;
  }

  /** The text after this tag, up to the next tag; entities and CDATA as what they stand for. */
  text(): string {
    if (this.isEmpty) return '';
    const xml = this.#xml;
    let text = '';
    for (;;) {
      const open = xml.indexOf('<', this.#at);
      const end = open < 0 ? xml.length : open;
      if (end > this.#at) text += withoutEntities(this.#decoded(this.#at, end));
      this.#at = end;
      if (open < 0 || xml.charCodeAt(open + 1) !== exclamation) return text;
      const after = afterAside(xml, open);
      if (xml.startsWith(cdata, open)) text += this.#decoded(open + cdata.length, after - 3);
      this.#at = after;
    }
  }

  /** Only texts beyond ASCII become wider strings, which cost more wherever they go. */
  #decoded(from: number, to: number): string {
    const bytes = this.#xml.slice(from, to);
    return /[\x80-\xFF]/.test(bytes) ? this.#part.toString('utf8', from, to) : bytes;
  }
}

const space = 32;
const exclamation = 33;
const quote = 34;
const apostrophe = 39;
const slash = 47;
const colon = 58;
const equals = 61;
const greater = 62;
const question = 63;
const cdata = '<![CDATA[';

/** The place after a comment, a CDATA section or an instruction that begins here. Throws X01. */
function afterAside(xml: string, open: number): number {
  const end = xml.startsWith('<!--', open)
    ? '-->'
    : xml.startsWith(cdata, open)
      ? ']]>'
      : xml.startsWith('<?', open)
        ? '?>'
        : null;
  // A document type, or what is no XML at all.
  if (end === null) throw damaged();
  const close = xml.indexOf(end, open + (end === '-->' ? 4 : 2));
  if (close < 0) throw damaged();
  return close + end.length;
}

/** Does this name, with any prefix, and an equals sign stand before a quote? */
function isNameBefore(xml: string, opening: number, wanted: string): boolean {
  let at = beforeSpace(xml, opening);
  if (xml.charCodeAt(at - 1) !== equals) return false;
  at = beforeSpace(xml, at - 1);
  const start = at - wanted.length;
  if (!xml.startsWith(wanted, start)) return false;
  const before = xml.charCodeAt(start - 1);
  return before <= space || before === colon;
}

function beforeSpace(xml: string, end: number): number {
  let at = end;
  while (xml.charCodeAt(at - 1) <= space) at -= 1;
  return at;
}

const named: Readonly<Record<string, string>> = { quot: '"', apos: "'", gt: '>', lt: '<', amp: '&' };
const highest = 0x10_ff_ff;

/** What the five named entities and the numbered ones stand for; any other stays as typed. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:(quot|apos|gt|lt|amp)|#(\d+)|#[xX]([\da-fA-F]+));/g,
    (typed, name, digits, hex) => {
      if (name !== undefined) return named[name] ?? typed;
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
      return code <= highest ? String.fromCodePoint(code) : typed;
    },
  );
}

function damaged(): DomainError {
  return new DomainError('X01', { why: 'damaged' });
}
