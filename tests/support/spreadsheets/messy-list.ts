import { labelOf } from '../../../main/core/programme/pack';
import type { DemoRegisterEntry } from '../../../resources/demo/records';
import type { SheetRows } from './files';

/**
 * A committee's list as people keep it, made from organisations of the demonstration: a title, headings of their own
 * wording, phones and days in every manner, several values in a cell, words for nothing, blank rows, a total.
 */
export function messyList(organisations: readonly DemoRegisterEntry[]): SheetRows {
  const rows = organisations.flatMap((organisation, n) => {
    const row = messyRow(organisation, n);
    return n % 400 === 399 ? [row, row.map(() => null)] : [row];
  });
  return [
    ['LISTE DES ASSOCIATIONS ET ONG', ...Array.from({ length: headings.length - 1 }, () => null)],
    ['arrêtée au 30 juin 2026'],
    [],
    headings,
    ...rows,
    ['TOTAL', organisations.length],
  ];
}

const headings = [
  'N°',
  'Nom de l’association',
  'Sigle',
  'Nom en arabe',
  'Statut juridique',
  'N° récépissé',
  'Date du récépissé',
  'Année de création',
  'Région',
  'Ville',
  'Adresse',
  'Tél.',
  'E-mail',
  'Site web',
  'Domaines d’intervention',
  'Public cible',
  'Zones d’intervention',
  'Bénévoles',
  'Femmes membres',
  'Mission',
  'Obs.',
] as const;

function messyRow(one: DemoRegisterEntry, n: number): (string | number | null)[] {
  const inFrench = (list: string) => (code: string) => labelOf(list, code, 'fr');
  const texts = (list: string, codes: readonly string[], sign: string) =>
    codes.length === 0 ? null : codes.map(inFrench(list)).join(sign);
  return [
    n + 1,
    n % 5 === 0 ? `${one.name.replace(' ', '  ')} ` : n % 7 === 0 ? one.name.toUpperCase() : one.name,
    one.acronym,
    one.nameArabic,
    one.legalStatus === null ? '-' : inFrench('legalStatuses')(one.legalStatus),
    one.registrationNumber,
    dayAsTyped(one.registrationDate, n),
    n % 3 === 0 ? one.foundedYear : String(one.foundedYear ?? 'Néant'),
    inFrench('regions')(one.region),
    n % 11 === 0 ? one.locality.toUpperCase() : one.locality,
    one.address ?? 'ND',
    phoneAsTyped(one.phone, n),
    n % 13 === 0 ? (one.email?.replace('@', ' @ ') ?? null) : one.email,
    one.website,
    texts('themes', one.themes, n % 2 === 0 ? ', ' : ' ; '),
    texts('publics', one.publics, ' / '),
    texts('regions', one.regions, '\n'),
    n % 4 === 0 ? `env. ${one.volunteersCount ?? 0}` : one.volunteersCount,
    one.membersWomen,
    one.mission,
    n % 6 === 0 ? 'RAS' : one.notes,
  ];
}

function phoneAsTyped(phone: string | null, n: number): string | null {
  if (phone === null) return null;
  const local = phone.slice(4);
  const paired = local.replace(/(\d\d)(?=\d)/g, '$1 ');
  return [phone, paired, `00${phone.slice(1)}`, `${paired} / ${local.slice(0, -1)}7`, local][n % 5] ?? null;
}

function dayAsTyped(day: string | null, n: number): string | null {
  if (day === null) return null;
  const [year = '', month = '', date = ''] = day.split('-');
  return (
    [`${date}/${month}/${year}`, `${date}.${month}.${year.slice(2)}`, day, `${date}-${month}-${year}`][
      n % 4
    ] ?? null
  );
}
