import { readFileSync } from 'node:fs';
import { openArchive } from '../../../main/core/spreadsheets/reading/archive';

/** The XML of one part of a DOCX file. */
export function partOfDocx(path: string, part = 'word/document.xml'): string {
  return openArchive(readFileSync(path)).part(part).toString('utf8');
}

/** Phone numbers are kept together on a line; a search for them must not depend on it. */
export function withPlainSpaces(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, ' ');
}

/** All bytes of a DOCX, inflated, as text with plain spaces: what a search for names must look at. */
export function everythingInDocx(path: string): string {
  const archive = openArchive(readFileSync(path));
  return withPlainSpaces(archive.names.map((name) => archive.part(name).toString('utf8')).join('\n'));
}
