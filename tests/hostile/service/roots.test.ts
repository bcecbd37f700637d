import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BuiltPackage } from '../../../main/core/packages/format/build';
import { registerInForce } from '../../../main/core/packages/service';
import { holderOf, letterBy, registerBy, rootOf, stranger } from '../../support/hostile/forger';
import { Target } from '../../support/hostile/target';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  sendQuarter,
  typeQuarter,
} from '../../support/laptop';
import type { KeyHolder } from '../../support/packages/programme';

/** The root of the programme changes hands (PACKAGES.md §2.2, §2.5): whoever gave it up has no say any more. */

const quarter = '2026-Q3';
let coordination: Laptop;
let senegal: Target;
let forim: KeyHolder;
let first: KeyHolder;
let second: KeyHolder;
let third: KeyHolder;

beforeEach(async () => {
  coordination = await coordinationLaptop();
  senegal = new Target(await committeeLaptop('SN'));
  await enrol(coordination, senegal.laptop, 'SN');
  forim = holderOf('FORIM', coordination);
  first = await rootOf(coordination);
  [second, third] = [await stranger('second root'), await stranger('third root')];
});

afterEach(() => {
  coordination.throwAway();
  senegal.throwAway();
});

/** Registers that follow the one in force at the committee, each signed as its step says. */
async function registersAfter(
  ...steps: readonly { readonly root: KeyHolder; readonly by: KeyHolder }[]
): Promise<readonly BuiltPackage[]> {
  const known = await senegal.read(({ database }) => registerInForce(database));
  if (!known) throw new Error('No register is known here');
  let { version } = known.register;
  let previous = known.digest;
  return steps.map(({ root, by }) => {
    version += 1;
    const register = { ...known.register, version, previous, root: root.key };
    const built = registerBy(by, register, {}, root === by ? undefined : root);
    previous = built.digest;
    return built;
  });
}

const handsOver = (by: KeyHolder, root: KeyHolder) => ({ root, by });
const goesOn = (root: KeyHolder) => ({ root, by: root });

async function take(...packages: readonly BuiltPackage[]): Promise<void> {
  for (const { archive } of packages) {
    expect(await senegal.opens(archive)).toMatchObject({ kind: 'register', enrolled: 'yes' });
  }
}

/** A slip for the one report of Senegal that carries a register. */
async function slipWith(
  register: BuiltPackage,
  number: number,
  previous: string | null,
): Promise<BuiltPackage> {
  const [item] = await senegal.laptop.call('packages.outbox', {});
  if (item === undefined || item.kind !== 'report') {
    await typeQuarter(senegal.laptop, quarter);
    await sendQuarter(senegal.laptop, quarter);
  }
  const items = await senegal.laptop.call('packages.outbox', {});
  const report = items.find((candidate) => candidate.kind === 'report');
  const decision = {
    package: report?.digest ?? '',
    epoch: 1,
    sequence: 1,
    decision: 'returned',
    note: 'À revoir.',
    deadline: null,
    decidedBy: null,
    headEpoch: null,
    headSequence: null,
    headDigest: null,
  };
  return letterBy(forim, {
    kind: 'slip',
    to: ['SN'],
    register: register.manifest.colis.register,
    sequence: number,
    previous,
    tables: { decision: [decision], remarks: [] },
    blobs: [{ content: register.archive, role: 'package' }],
  });
}

describe('a root that took over', () => {
  it('signs the registers from then on, and the root that gave up its place signs none', async () => {
    const [change, next] = await registersAfter(handsOver(first, second), goesOn(second));
    const [, late] = await registersAfter(handsOver(first, second), goesOn(first));
    if (!change || !next || !late) throw new Error('Three registers are made');
    await take(change);
    expect(await senegal.refuses(late.archive)).toBe('K03');
    await take(next);
    expect(await senegal.refuses(late.archive)).toBe('K03');
    const { rootDigits } = await senegal.laptop.call('trust.overview', {});
    expect(await senegal.refuses(change.archive, 'encore.colis')).toBe('C01');
    expect((await senegal.laptop.call('trust.overview', {})).rootDigits).toBe(rootDigits);
  });

  it('hands over in its turn, as often as it happens', async () => {
    const [one, two, three] = await registersAfter(
      handsOver(first, second),
      handsOver(second, third),
      goesOn(third),
    );
    if (!one || !two || !three) throw new Error('Three registers are made');
    await take(one, two, three);
    const laterBy = async (root: KeyHolder) => (await registersAfter(goesOn(root)))[0]?.archive;
    for (const root of [first, second]) {
      expect(await senegal.refuses((await laterBy(root)) ?? new Uint8Array())).toBe('K03');
    }
  });

  it('is not followed over a change that was missed: the register in between is opened first', async () => {
    const [one, two, three] = await registersAfter(
      handsOver(first, second),
      handsOver(second, third),
      goesOn(third),
    );
    if (!one || !two || !three) throw new Error('Three registers are made');
    for (const early of [two, three]) expect(await senegal.refuses(early.archive)).toBe('K03');
    await take(one, two, three);
  });

  it('is not believed without the signature of the one before it, nor on that signature alone', async () => {
    const known = await senegal.read(({ database }) => registerInForce(database));
    if (!known) throw new Error('No register is known here');
    const register = {
      ...known.register,
      version: known.register.version + 1,
      previous: known.digest,
      root: second.key,
    };
    expect(await senegal.refuses(registerBy(second, register).archive)).toBe('K03');
    expect(await senegal.refuses(registerBy(first, register).archive)).toBe('K04');
    expect(await senegal.refuses(registerBy(first, register, {}, third).archive)).toBe('K04');
    expect(await senegal.refuses(registerBy(third, register, {}, second).archive)).toBe('K03');
  });

  it('may come with a slip, and a slip from before the change is still read', async () => {
    const known = await senegal.read(({ database }) => registerInForce(database));
    if (!known) throw new Error('No register is known here');
    const [change, next] = await registersAfter(handsOver(first, second), goesOn(second));
    const [, late] = await registersAfter(handsOver(first, second), goesOn(first));
    if (!change || !next || !late) throw new Error('Three registers are made');
    const { rootDigits } = await senegal.laptop.call('trust.overview', {});
    const told = await slipWith(change, 1, null);
    expect(await senegal.opens(told.archive)).toMatchObject({ kind: 'slip' });
    expect((await senegal.laptop.call('trust.overview', {})).rootDigits).not.toBe(rootDigits);
    expect(await senegal.refuses((await slipWith(late, 2, told.digest)).archive)).toBe('K03');
    const before = { archive: known.archive, manifest: change.manifest } as BuiltPackage;
    const earlier = await slipWith(before, 2, told.digest);
    expect(await senegal.opens(earlier.archive)).toMatchObject({ kind: 'slip' });
    expect(await senegal.opens((await slipWith(next, 3, earlier.digest)).archive)).toMatchObject({
      kind: 'slip',
    });
    expect((await senegal.laptop.call('trust.overview', {})).register).toMatchObject({
      version: next.manifest.colis.register,
    });
  });

  it('is the one whose digits a newly invited committee types', async () => {
    const [change] = await registersAfter(handsOver(first, second));
    if (!change) throw new Error('One register is made');
    const [taken] = await coordination.receive(senegal.arrive(change.archive, 'registre.colis'));
    expect(taken).toMatchObject({ kind: 'register' });
    const tunisia = await committeeLaptop('TN');
    const wanted = { code: 'TN', name: 'Comité Tunisie', role: 'committee' } as const;
    const invited = await coordination.call('trust.invite', wanted);
    const [opened] = await tunisia.receive(await coordination.send(invited.outbox, invited.fileName));
    const { rootDigits } = await coordination.call('trust.overview', {});
    const answer = {
      invitation: opened?.kind === 'invite' ? opened.invitation : '',
      digits: rootDigits ?? '',
    };
    expect(await tunisia.call('trust.acceptInvitation', answer)).toMatchObject({ match: 'yes' });
    expect((await tunisia.call('trust.overview', {})).rootDigits).toBe(rootDigits);
    tunisia.throwAway();
  });

  it('is needed at the next enrolment; the stick of the one before enrols nobody', async () => {
    const [change] = await registersAfter(handsOver(first, second));
    if (!change) throw new Error('One register is made');
    await coordination.receive(senegal.arrive(change.archive, 'registre.colis'));
    const tunisia = await committeeLaptop('TN');
    await expect(enrol(coordination, tunisia, 'TN')).rejects.toMatchObject({ code: 'K03' });
    tunisia.throwAway();
  });
});
