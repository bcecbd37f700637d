import { describe, expect, it } from 'vitest';
import { sniffMediaType } from '../../../../main/core/packages/format/media-type';
import { safeFileName } from '../../../../main/core/packages/format/safe-file-name';
import { docm, docx, jpeg, odt, pdf, png, xlsm, xlsx } from '../../../support/packages/attachments';

const text = (content: string) => Buffer.from(content, 'utf8');

describe('an attachment', () => {
  it.each([
    ['a PDF', pdf, 'application/pdf'],
    [
      'a PDF with bytes before its mark',
      Buffer.from('\r\nscanner 3.1\n%PDF-1.4\n…\n%%EOF\n'),
      'application/pdf',
    ],
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a PNG', png, 'image/png'],
    ['a DOCX', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['an XLSX', xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['an ODT', odt, 'application/vnd.oasis.opendocument.text'],
    ['a text', text('Procès-verbal\r\n'), 'text/plain'],
  ])('is known for %s', (_name, bytes, type) => {
    expect(sniffMediaType(bytes)).toBe(type);
  });

  it.each([
    ['an empty file', text('')],
    ['a program', text('MZ\x90\0')],
    ['a program before a PDF', text('MZ\x90\0%PDF-1.4 %%EOF')],
    ['a page before a PDF', text(' <html>%PDF-1.4 %%EOF')],
    ['a program without zero byte', text('MZ program')],
    ['a page', text('\uFEFF <html><script>alert(1)</script>')],
    ['an HTML application', text('<hta:application>')],
    ['a drawing', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a shortcut of Windows', Buffer.from('4c0000000114020000000000', 'hex')],
    ['a link file', text('[InternetShortcut]\nURL=http://example.org')],
    ['a shell script', text('#!/bin/sh\nrm -rf /')],
    ['a disk image', Buffer.alloc(40_000)],
    ['a document with macros', docm],
    ['a spreadsheet with macros', xlsm],
    ['a ZIP', Buffer.from('504b0304', 'hex')],
    ['text that is not UTF-8', Buffer.from('caf\xe9', 'latin1')],
  ])('is refused for %s', (_name, bytes) => {
    expect(sniffMediaType(bytes)).toBeNull();
  });
});

describe('the name under which an attachment is saved', () => {
  it.each([
    ['..\\..\\run.exe', 'run.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['rapport\u202Efdp.exe', 'rapportfdp.pdf'],
    ['NUL.pdf', '_NUL.pdf'],
    ['con', '_con.pdf'],
    ['', 'document.pdf'],
    ['...', 'document.pdf'],
    ['a:b?.txt', 'a_b_.pdf'],
    ['تقرير الربع الثالث.pdf', 'تقرير الربع الثالث.pdf'],
    ['Rapport final .pdf', 'Rapport final.pdf'],
    [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(80)}.pdf`],
  ])('is clean for %j', (original, expected) => {
    expect(safeFileName(original, 'application/pdf')).toBe(expected);
  });
});
