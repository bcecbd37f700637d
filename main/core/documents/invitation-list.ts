import type { Invited } from '../contract/documents/operations';
import type { PaperDocument } from '../contract/documents/paper';
import type { Language } from '../contract/values';
import type { Invitation } from '../members/service';
import { nameIn, plainTable } from './register-words';
import { counted, dayIn, filled, numberIn, phoneIn, textsIn } from './wording';

/** The list of those invited, to print or to take up in Word, with a place to sign. Pure. */
export function invitationDocument(
  invitation: Invitation,
  given: { readonly owner: string; readonly today: string; readonly language: Language },
): PaperDocument {
  const { language } = given;
  const texts = textsIn(language);
  const words = texts.invitationList;
  return {
    title: words.title,
    subtitle: filled(texts.dated, { owner: given.owner, day: dayIn(given.today) }),
    language,
    orientation: 'landscape',
    foot: words.foot,
    fileName: words.title,
    notices:
      invitation.confidential === 0
        ? []
        : [counted(texts, 'confidential', invitation.confidential, language)],
    blocks:
      invitation.invited.length === 0
        ? [{ block: 'paragraph', text: words.nobody, tone: 'plain' }]
        : [
            plainTable(
              [
                { label: words.number, align: 'end', share: 1.6 },
                { label: words.organisation, align: 'start', share: 7 },
                { label: words.person, align: 'start', share: 6 },
                { label: words.reach, align: 'start', share: 6 },
                { label: words.signature, align: 'start', share: 5 },
              ],
              invitation.invited.map((line, index) => [
                numberIn(index + 1, language),
                organisationName(line, language),
                line.person === null
                  ? ''
                  : [line.person.name, line.person.role ?? ''].filter(Boolean).join('\n'),
                [line.email, line.phone === null ? null : phoneIn(line.phone, language)]
                  .filter(Boolean)
                  .join('\n'),
                '',
              ]),
            ),
          ],
  };
}

/** Name and acronym of an organisation, in Arabic where it has a name in it. */
export function organisationName(
  line: Pick<Invited, 'name' | 'nameArabic' | 'acronym'>,
  language: Language,
): string {
  const name = nameIn(language, line.name, line.nameArabic);
  return line.acronym === null ? name : `${name} (${line.acronym})`;
}
