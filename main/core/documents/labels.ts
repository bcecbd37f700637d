import type { StoredRecord } from '../changes/log';
import { labelSheets } from '../contract/documents/labels';
import type { DocumentRequest, Invited } from '../contract/documents/operations';
import type { PaperDocument } from '../contract/documents/paper';
import { DomainError } from '../contract/errors';
import type { Invitation } from '../members/service';
import { labelOf } from '../programme/pack';
import { nameIn } from './register-words';
import { comma, counted, textsIn } from './wording';

type LabelRequest = Extract<DocumentRequest, { kind: 'labels' }>;

/**
 * Labels for the organisations of an invitation, on one of the usual sheets. Pure.
 * Throws input_refused when the sheet has no such first place.
 */
export function labelsDocument(
  invitation: Invitation,
  organisations: readonly Pick<StoredRecord, 'id' | 'values'>[],
  request: LabelRequest,
): PaperDocument {
  const { language } = request;
  const texts = textsIn(language);
  const sheet = labelSheets[request.sheet];
  if (request.first > sheet.columns * sheet.rows) {
    throw new DomainError('input_refused', { where: 'labels.first', why: 'too_long' });
  }
  const byId = new Map(organisations.map(({ id, values }) => [id, values]));
  const cells = invitation.invited.flatMap((line) => {
    const values = byId.get(line.organisation) ?? {};
    const names = namesOn(line, language);
    if (request.content === 'name') return [names];
    const address = addressLines(values, language);
    return address.length === 0 ? [] : [[...names, ...address]];
  });
  const without = invitation.invited.length - cells.length;
  return {
    title: texts.labels.title,
    subtitle: '',
    language,
    orientation: 'portrait',
    foot: '',
    fileName: texts.labels.title,
    notices: [
      ...(without > 0 ? [counted(texts.labels, 'withoutAddress', without, language)] : []),
      ...(invitation.confidential > 0
        ? [counted(texts, 'confidential', invitation.confidential, language)]
        : []),
    ],
    blocks: [
      {
        block: 'labels',
        columns: sheet.columns,
        rows: sheet.rows,
        gap: sheet.gap,
        size: { ...sheet.size },
        margin: { ...sheet.margin },
        cells: [...Array.from({ length: request.first - 1 }, () => []), ...cells],
      },
    ],
  };
}

function namesOn(line: Invited, language: LabelRequest['language']): string[] {
  const name = nameIn(language, line.name, line.nameArabic);
  return [name, ...(line.person === null ? [] : [line.person.name])];
}

/** The lines below the names; none when nobody could deliver it. */
function addressLines(values: StoredRecord['values'], language: LabelRequest['language']): string[] {
  const lines = String(values.address ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const locality = String(values.locality ?? '').trim();
  if (lines.length === 0 && locality === '') return [];
  const region = typeof values.region === 'string' ? labelOf('regions', values.region, language) : '';
  const place = [locality, region === locality ? '' : region].filter(Boolean).join(comma(language));
  return [...lines, ...(place === '' ? [] : [place])];
}
