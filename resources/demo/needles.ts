import type { CommitteeDemo } from './records';

/**
 * Names to search for in the bytes of workspaces, profiles and packages, where none may be found in clear: for each
 * committee one organisation, one person without any consent and, where there are Arabic names, one of them. Each is
 * put together from several words, so that it stands in no file of the application, and belongs to one record only.
 */
export function needles(committees: readonly CommitteeDemo[]): readonly string[] {
  const names = committees.flatMap((committee) => [
    ...committee.organisations.map((organisation) => organisation.name),
    ...committee.persons.map((person) => person.fullName),
  ]);
  const unique = (name: string) =>
    name.length >= 10 && name.includes(' ') && names.filter((other) => other.includes(name)).length === 1;
  return committees.flatMap(({ organisations, persons }) => {
    const organisation = organisations.find(({ name }) => unique(name));
    const silent = persons.find((person) => person.consents.length === 0 && unique(person.fullName));
    return [organisation?.name, silent?.fullName, organisation?.nameArabic].filter(
      (name) => name !== undefined && name !== null,
    );
  });
}
