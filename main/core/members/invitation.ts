import type { StoredRecord } from '../changes/log';
import type { Invited } from '../contract/documents/operations';
import type { FieldValue } from '../contract/fields';
import { mayStandOnPaper } from './publication';
import type { Contact } from './scope';

/** Who is invited at an organisation, and how they are reached. Pure. */

export interface Invitation {
  readonly invited: readonly Invited[];
  /** Contacts whose sheet is confidential and who are therefore not named. */
  readonly confidential: number;
}

/**
 * One line for each organisation: its main contact, or else the first who can be reached; what that person has no
 * address for is taken from the organisation itself. Whose sheet is confidential is neither named nor reached.
 */
export function invitationOf(
  organisations: readonly Pick<StoredRecord, 'id' | 'values'>[],
  contacts: ReadonlyMap<string, readonly Contact[]>,
): Invitation {
  const hidden = new Set<string>();
  const invited = organisations.map(({ id, values }): Invited => {
    const all = contacts.get(id) ?? [];
    for (const { person } of all) if (!mayStandOnPaper(person)) hidden.add(person.id);
    const named = all.filter(({ person }) => mayStandOnPaper(person));
    const contact = named.find((one) => one.standing === 'main') ?? named.find(isReachable) ?? named[0];
    const person = contact?.person.values ?? {};
    const email = textOf(person.email) ?? textOf(values.email);
    const phone =
      textOf(person.phone) ?? textOf(values.phone) ?? textOf(values.whatsapp) ?? textOf(values.otherPhone);
    return {
      organisation: id,
      name: textOf(values.name) ?? '',
      nameArabic: textOf(values.nameArabic),
      acronym: textOf(values.acronym),
      person:
        contact === undefined
          ? null
          : { id: contact.person.id, name: textOf(person.fullName) ?? '', role: contact.role },
      channel: email !== null ? 'email' : phone !== null ? 'phone' : 'none',
      email,
      phone,
    };
  });
  return { invited, confidential: hidden.size };
}

function isReachable({ person }: Contact): boolean {
  return textOf(person.values.email) !== null || textOf(person.values.phone) !== null;
}

function textOf(value: FieldValue | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
