import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  committeeLaptop,
  coordinationLaptop,
  enrol,
  type Laptop,
  newLaptop,
  passphrase,
} from '../../support/laptop';

/** What the list of received files says of each, over whole laptops and real files. */

let coordination: Laptop;
let committee: Laptop;

beforeEach(async () => {
  coordination = await coordinationLaptop();
  committee = await committeeLaptop('TN');
});

afterEach(() => {
  coordination.throwAway();
  committee.throwAway();
});

/** The outcome of each received file, by its name. */
async function outcomes(laptop: Laptop): Promise<Record<string, string>> {
  const items = await laptop.call('packages.inbox', {});
  return Object.fromEntries(items.map((item) => [item.name, item.outcome]));
}

async function invited(code: string, name = `invitation-${code}.colis`): Promise<string> {
  const { outbox } = await coordination.call('trust.invite', {
    code,
    name: `Comité ${code}`,
    role: 'committee',
  });
  return coordination.send(outbox, name);
}

/** Answers the digits of the invitation that the laptop has opened. */
async function acceptOpened(laptop: Laptop): Promise<{ outbox: string; ownDigits: string }> {
  const { invitation } = await laptop.call('trust.overview', {});
  const { rootDigits } = await coordination.call('trust.overview', {});
  const accepted = await laptop.call('trust.acceptInvitation', {
    invitation: invitation?.id ?? '',
    digits: rootDigits ?? '',
  });
  if (accepted.match !== 'yes') throw new Error('The digits of the root did not match');
  return accepted;
}

async function acceptInvitation(laptop: Laptop, code: string) {
  await laptop.receive(await invited(code));
  return acceptOpened(laptop);
}

/** The committee's request as a file, and its own digits. */
async function requested(): Promise<{ file: string; ownDigits: string }> {
  const { outbox, ownDigits } = await acceptInvitation(committee, 'TN');
  return { file: await committee.send(outbox, 'demande.colis'), ownDigits };
}

describe('the list of received files', () => {
  it('forgets an earlier refusal once the same file is understood', async () => {
    const olderInvitation = await invited('SN');
    const { file, ownDigits } = await requested();
    const [asked] = await coordination.receive(file);
    const confirmed = await coordination.call('trust.confirmRequest', {
      request: asked?.kind === 'enrol' ? asked.request : '',
      digits: ownDigits,
      root: coordination.choose(coordination.path('racine.age')),
      rootPassphrase: passphrase,
    });
    const outbox = confirmed.match === 'yes' ? confirmed.outbox : '';
    const register = await coordination.send(outbox, 'registre.colis');
    const stranger = await committeeLaptop('SN');
    await stranger.receive(register);
    const [refused] = await stranger.call('packages.inbox', {});
    expect(refused).toMatchObject({ outcome: 'refused', refusal: { code: 'not_enrolled' } });

    await stranger.receive(olderInvitation);
    await acceptOpened(stranger);
    expect(await stranger.receive(register)).toMatchObject([{ kind: 'register', enrolled: 'no' }]);
    const items = await stranger.call('packages.inbox', {});
    expect(items.find((item) => item.name === 'registre.colis')).toMatchObject({
      outcome: 'applied',
      kind: 'register',
      refusal: null,
    });
    stranger.throwAway();
  });

  it('says that an invitation waits until its request was made', async () => {
    await committee.receive(await invited('TN'));
    expect(await outcomes(committee)).toEqual({ 'invitation-TN.colis': 'waiting' });
    await acceptOpened(committee);
    expect(await outcomes(committee)).toEqual({ 'invitation-TN.colis': 'applied' });
  });

  it('says that a newer invitation replaced an older one', async () => {
    await committee.receive(await invited('TN'));
    await committee.receive(await invited('TN', 'seconde.colis'));
    expect(await outcomes(committee)).toEqual({
      'invitation-TN.colis': 'superseded',
      'seconde.colis': 'waiting',
    });
  });

  it('follows what became of a request', async () => {
    const { file } = await requested();
    const [asked] = await coordination.receive(file);
    expect(await outcomes(coordination)).toEqual({ 'demande.colis': 'waiting' });
    await coordination.call('trust.refuseRequest', { request: asked?.kind === 'enrol' ? asked.request : '' });
    expect(await outcomes(coordination)).toEqual({ 'demande.colis': 'refused' });
  });

  it('keeps the first outcome of a file opened twice', async () => {
    await enrol(coordination, committee, 'TN');
    const before = await outcomes(committee);
    const damaged = committee.path('abime.colis');
    writeFileSync(damaged, 'age-encryption.org/v1\n');
    await committee.receive(damaged);
    await committee.receive(damaged);
    expect(await outcomes(committee)).toEqual({ ...before, 'abime.colis': 'refused' });
  });
});

describe('enrolment', () => {
  it('needs no second invitation', async () => {
    await enrol(coordination, committee, 'TN');
    const given = await coordination.call('packages.outbox', {});
    const invitation = given.find((item) => item.kind === 'invite');
    const [again] = await committee.receive(await coordination.send(invitation?.id ?? '', 'encore.colis'));
    expect(again).toMatchObject({ kind: 'refused', code: 'K08' });
    expect(await committee.call('workspace.state', {})).toMatchObject({ enrolment: 'enrolled' });
  });

  it('does not begin with a register alone', async () => {
    const [register] = await coordination.call('packages.outbox', {});
    const [opened] = await committee.receive(await coordination.send(register?.id ?? '', 'registre.colis'));
    expect(opened).toMatchObject({ kind: 'refused', code: 'not_enrolled' });
    expect(await committee.call('workspace.state', {})).toMatchObject({ enrolment: 'none' });
  });

  it('starts like that of a committee for a coordination that does not lead', async () => {
    const second = newLaptop();
    await second.call('workspace.create', {
      language: 'fr',
      role: 'coordination',
      code: 'GRDR',
      name: 'GRDR',
      country: null,
      people: [{ name: 'Paul Diarra', role: 'coordinator' }],
      passphrase,
      folder: null,
    });
    expect(await second.call('workspace.state', {})).toMatchObject({ enrolment: 'none' });
    second.throwAway();
  });
});
