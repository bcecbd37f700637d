import { describe, expect, it } from 'vitest';
import { judgePassphrase } from '../../../main/core/workspace/rules';
import { strengthOf } from '../../../main/core/workspace/strength';
import { passphrase } from '../../support/laptop';

/** What guards a workspace: a passphrase is judged against what a thief tries first. */

const verdictOf = async (passphrase: string, names: readonly string[] = []) =>
  judgePassphrase(passphrase, await strengthOf(passphrase, names), names);

describe('a passphrase', () => {
  it.each([
    'azertyuiop',
    'qwertyuiop',
    'motdepasse',
    'motdepasse2026',
    '1234567890',
    'password123',
    'jetaime2026',
  ])('is refused when everybody tries it first: %s', async (guessable) => {
    expect(await verdictOf(guessable)).toBe('guessable');
  });

  it('is refused when it is the name of the committee or of one of its people', async () => {
    expect(await verdictOf('Comité Tunisie', ['Comité Tunisie'])).toBe('guessable');
    expect(await verdictOf('Salma Trabelsi 2026', ['Salma Trabelsi'])).toBe('guessable');
  });

  it.each([passphrase, 'palmier tambour rivière lanterne'])(
    'is accepted when it is some words at random: %s',
    async (words) => {
      expect(await verdictOf(words, ['Comité Tunisie'])).toBe('accepted');
    },
  );
});
