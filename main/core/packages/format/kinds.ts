/** Kinds of packages and what each may do (PACKAGES.md §1.3, §1.7). Fixed for ever: only additions. */

export const kinds = [
  'report',
  'attachments',
  'slip',
  'reference',
  'register',
  'invite',
  'enrol',
  'devices',
  'working',
  'restore',
  'regional',
] as const;
export type Kind = (typeof kinds)[number];

export const partyRoles = ['committee', 'coordinator', 'lead'] as const;
export type PartyRole = (typeof partyRoles)[number];

interface KindRule {
  /** Who signs: roles of the register, the root key, the key that asks to be enrolled, or a device. */
  readonly signedBy: readonly PartyRole[] | 'root' | 'newKey' | 'device';
  /** `receiver`: numbered for each receiver apart, so that nobody sees gaps made by files to others. */
  readonly series: 'sender' | 'receiver';
  /** `chain`: the decision of §1.10. `version`: K01/K02. `once`: only the digest counts. */
  readonly order: 'chain' | 'version' | 'once';
  /** `to` may be `["*"]`. */
  readonly addressed: 'named' | 'everybody';
  readonly period: 'required' | 'optional' | 'none';
  /** What its blobs are: attachments, one register, whole packages, or none at all. */
  readonly blobs: 'none' | 'attachments' | 'register' | 'packages';
  /** A second signature: none, or the new root / the old key of a rotation. */
  readonly secondSignature: 'never' | 'possible';
}

const chained = { order: 'chain', addressed: 'named', secondSignature: 'never' } as const;

export const kindRules: Readonly<Record<Kind, KindRule>> = {
  report: { ...chained, signedBy: ['committee'], series: 'sender', period: 'required', blobs: 'attachments' },
  attachments: {
    ...chained,
    signedBy: ['committee'],
    series: 'sender',
    period: 'required',
    blobs: 'attachments',
  },
  slip: {
    ...chained,
    signedBy: ['coordinator', 'lead'],
    series: 'receiver',
    period: 'optional',
    blobs: 'register',
  },
  reference: {
    ...chained,
    signedBy: ['lead'],
    series: 'sender',
    addressed: 'everybody',
    period: 'none',
    blobs: 'register',
  },
  register: {
    signedBy: 'root',
    series: 'sender',
    order: 'version',
    addressed: 'everybody',
    period: 'none',
    blobs: 'none',
    secondSignature: 'possible',
  },
  invite: {
    signedBy: ['coordinator', 'lead'],
    series: 'sender',
    order: 'once',
    addressed: 'named',
    period: 'none',
    blobs: 'register',
    secondSignature: 'never',
  },
  enrol: {
    signedBy: 'newKey',
    series: 'sender',
    order: 'once',
    addressed: 'named',
    period: 'none',
    blobs: 'none',
    secondSignature: 'possible',
  },
  devices: { ...chained, signedBy: ['committee'], series: 'sender', period: 'none', blobs: 'none' },
  working: { ...chained, signedBy: 'device', series: 'receiver', period: 'none', blobs: 'attachments' },
  restore: {
    ...chained,
    signedBy: ['coordinator', 'lead'],
    series: 'receiver',
    period: 'none',
    blobs: 'packages',
  },
  regional: {
    ...chained,
    signedBy: ['coordinator', 'lead'],
    series: 'sender',
    period: 'optional',
    blobs: 'none',
  },
};

const namespacePattern = /^concertation-([a-z]+)-v1$/;

/** Namespace of the signature of a kind, `concertation-<kind>-v1` (PACKAGES.md §1.5). */
export function namespaceOf(kind: Kind): string {
  return `concertation-${kind}-v1`;
}

/** Kind that a signature's namespace stands for, or null when it is none of ours. */
export function kindOfNamespace(namespace: string): Kind | null {
  const name = namespacePattern.exec(namespace)?.[1];
  return kinds.find((kind) => kind === name) ?? null;
}

/** Kinds that a role of the register may sign (PACKAGES.md §1.7). */
export function kindsSignedBy(role: PartyRole): readonly Kind[] {
  return kinds.filter((kind) => {
    const { signedBy } = kindRules[kind];
    return Array.isArray(signedBy) && signedBy.includes(role);
  });
}
