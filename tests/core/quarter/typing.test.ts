import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkWorkspace } from '../../../main/core/workspace/check';
import { withWorkspace } from '../../../main/tool/surroundings';
import { committeeLaptop, type Laptop, passphrase } from '../../support/laptop';

/** Lines and narrative as they are typed: what undo takes back, and what comes after it. */

const quarter = '2026-Q3';
let committee: Laptop;

beforeEach(async () => {
  committee = await committeeLaptop('TN');
});

afterEach(() => committee.throwAway());

type Line = { state?: string | null; quantity?: number | null; comment?: string | null };

async function typeLine(values: Line, typing: 'begins' | 'goes_on' = 'begins'): Promise<void> {
  await committee.call('quarter.saveLine', { quarter, activity: 'A2.1.3', values, typing });
}

async function narrate(text: string, typing: 'begins' | 'goes_on'): Promise<void> {
  await committee.call('quarter.saveNarrative', { quarter, field: 'highlights', text, typing });
}

async function line(): Promise<unknown> {
  const { lines } = await committee.call('quarter.overview', { quarter });
  const found = lines.find((candidate) => candidate.activity === 'A2.1.3');
  return { state: found?.state, quantity: found?.quantity, comment: found?.comment };
}

async function highlights(): Promise<string> {
  return (await committee.call('quarter.overview', { quarter })).narrative.highlights;
}

async function undo(): Promise<void> {
  await committee.call('changes.undo', {});
}

/** What `workspace check` finds wrong once the workspace is closed: the log and the records must still agree. */
async function foundWrong(): Promise<unknown> {
  const folder = committee.workspaceFolder;
  committee.core.close();
  vi.stubEnv('CONCERTATION_PASSPHRASE', passphrase);
  return withWorkspace(folder, committee.settings.profileFolder, (workspace) =>
    checkWorkspace(workspace).filter((finding) => finding.outcome === 'wrong'),
  );
}

const nothing = { state: null, quantity: null, comment: null };

describe('a line', () => {
  it('begins anew when its first value was taken back', async () => {
    await typeLine({ quantity: 41, comment: 'Deux séances à Médenine' });
    await undo();
    expect(await line()).toEqual(nothing);
    await typeLine({ state: 'postponed' });
    expect(await line()).toEqual({ ...nothing, state: 'postponed' });
    await undo();
    expect(await line()).toEqual(nothing);
    expect(await foundWrong()).toEqual([]);
  });

  it('takes back two values typed at once in one gesture', async () => {
    await typeLine({ quantity: 1 });
    await typeLine({ quantity: 2, state: 'done' });
    await undo();
    expect(await line()).toEqual({ ...nothing, quantity: 1 });
    expect(await foundWrong()).toEqual([]);
  });

  it('leaves no gesture behind when the same value is typed again', async () => {
    await typeLine({ quantity: 1 });
    await typeLine({ quantity: 1 });
    await undo();
    await expect(undo()).rejects.toMatchObject({ code: 'nothing_to_undo' });
  });
});

describe('the narrative', () => {
  it('is taken back by a stretch of typing, not by what each pause kept', async () => {
    await narrate('Un atelier.', 'begins');
    await narrate('Un atelier. Sept', 'begins');
    await narrate('Un atelier. Sept engagements', 'goes_on');
    await narrate('Un atelier. Sept engagements notés.', 'goes_on');
    await undo();
    expect(await highlights()).toBe('Un atelier.');
    await undo();
    expect(await highlights()).toBe('');
    await narrate('Repris.', 'begins');
    expect(await highlights()).toBe('Repris.');
    expect(await foundWrong()).toEqual([]);
  });

  it('does not draw the gesture before it into its own', async () => {
    await narrate('Un atelier.', 'begins');
    await typeLine({ quantity: 3 });
    await narrate('Un atelier. Sept', 'goes_on');
    await undo();
    expect(await highlights()).toBe('Un atelier.');
    expect(await line()).toEqual({ ...nothing, quantity: 3 });
  });
});
