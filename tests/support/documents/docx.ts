import { readFileSync } from 'node:fs';
import { openArchive } from '../../../main/core/spreadsheets/reading/archive';

/** The XML of one part of a DOCX file. */
export function partOfDocx(path: string, part = 'word/document.xml'): string {
  return openArchive(readFileSync(path)).part(part).toString('utf8');
}

/** All bytes of a DOCX, inflated, as text: what a search for names must look at. */
export function everythingInDocx(path: string): string {
  const archive = openArchive(readFileSync(path));
  return archive.names.map((name) => archive.part(name).toString('utf8')).join('\n');
}
