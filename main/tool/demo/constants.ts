import { parseQuarter } from '../../core/contract/programme/quarter';

/** Fixed constants of the demonstration: the same records, numbers and days on every machine. */

export const demoSeed = 2026;
export const demoPassphrase = 'palmier tambour rivière lanterne';
export const rootPassphrase = 'baobab courrier mosaïque sentier';

/** A round of the cycle: a quarter, and the day on which its reports are sent. */
export const rounds = [
  { quarter: parseQuarter('2026-Q2'), today: '2026-07-08' },
  { quarter: parseQuarter('2026-Q3'), today: '2026-10-06' },
] as const;

/** Day on which the keys are made and the committees enrolled. */
export const enrolmentDay = '2026-04-14';

export const leadCode = 'FORIM';
/** The second coordinator: it reads every report, the lead decides. */
export const secondCode = 'GRDR';

/** Between the two rounds: a report that was accepted is corrected, and the registers go on living. */
export const rectification = {
  committee: 'MA',
  day: '2026-07-22',
  reason: 'Deux ateliers de restitution avaient été comptés deux fois : la quantité est corrigée.',
} as const;
export const dayBetween = '2026-09-18';

/** What the coordination decides in the last round; everybody else is accepted. */
export const lastRound = {
  /** Has not reported yet. */
  silent: 'ML',
  /** Received, nobody has looked at it yet. */
  unread: 'CI',
  /** Accepted, with a remark. */
  remarked: 'SN',
  /** Returned to be corrected. */
  returned: 'GN',
  /** Accepted by the lead, and not opened yet by the second coordinator. */
  onItsWay: 'CM',
} as const;

/** People at the keyboards; openly fictive. */
export const peopleOf: Readonly<Record<string, readonly { name: string; role: string }[]>> = {
  TN: [
    { name: 'Salma Trabelsi', role: 'secretary' },
    { name: 'Karim Ben Salah', role: 'focal_point' },
  ],
  MA: [
    { name: 'Nadia El Fassi', role: 'secretary' },
    { name: 'Youssef Amrani', role: 'focal_point' },
  ],
  SN: [
    { name: 'Awa Ndiaye', role: 'secretary' },
    { name: 'Ibrahima Sarr', role: 'focal_point' },
  ],
  ML: [
    { name: 'Fatoumata Keïta', role: 'secretary' },
    { name: 'Moussa Coulibaly', role: 'focal_point' },
  ],
  CI: [
    { name: 'Adjoua Kouamé', role: 'secretary' },
    { name: 'Serge Bamba', role: 'focal_point' },
  ],
  GN: [
    { name: 'Mariama Bah', role: 'secretary' },
    { name: 'Alpha Camara', role: 'focal_point' },
  ],
  CM: [
    { name: 'Chantal Mbarga', role: 'secretary' },
    { name: 'Paul Etoundi', role: 'focal_point' },
  ],
  [leadCode]: [
    { name: 'Claire Adjovi', role: 'coordinator' },
    { name: 'Hamid Belkacem', role: 'coordinator' },
  ],
  [secondCode]: [{ name: 'Solange Mvondo', role: 'coordinator' }],
};
