import type { Language } from '../contract/values';
import type { Invitation } from '../members/service';
import { harmless } from '../spreadsheets/service';
import { organisationName } from './invitation-list';
import { phoneIn, textsIn } from './wording';

/** An invitation as texts that are pasted elsewhere: a message, a spreadsheet, the recipients of an e-mail. Pure. */
export function copyTexts(invitation: Invitation, language: Language) {
  const texts = textsIn(language).invitationList;
  const rows = invitation.invited.map((line) => ({
    organisation: organisationName(line, language),
    person: line.person?.name ?? '',
    role: line.person?.role ?? '',
    email: line.email ?? '',
    phone: line.phone === null ? '' : phoneIn(line.phone, language),
  }));
  const head = [texts.organisation, texts.person, texts.role, texts.email, texts.phone];
  const cells = rows.map((row) => [row.organisation, row.person, row.role, row.email, row.phone]);
  return {
    addresses: addressesOf(invitation),
    message: rows
      .map((row) =>
        [row.organisation, row.person, row.role, row.phone, row.email]
          .map(oneLine)
          .filter(Boolean)
          .join(' – '),
      )
      .join('\n'),
    table: [head, ...cells].map((row) => row.map((cell) => harmless(oneLine(cell))).join('\t')).join('\r\n'),
  };
}

/** Every address once, whatever its case. */
function addressesOf({ invited }: Invitation): string[] {
  const byFolded = new Map(
    invited.flatMap(({ email }) => (email === null ? [] : [[email.toLowerCase(), email] as const])).reverse(),
  );
  return [...byFolded.values()].reverse();
}

/** Tabs and line breaks would make cells and rows of their own. */
function oneLine(value: string): string {
  return value.replace(/[\t\r\n]+/g, ' ').trim();
}
