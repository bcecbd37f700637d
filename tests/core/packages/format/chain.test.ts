import { describe, expect, it } from 'vitest';
import { type ChainState, decideChain, emptyChain } from '../../../../main/core/packages/format/chain';
import { refusal, refusalCode } from '../../../support/packages/refusals';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const seen = (epoch: number, sequence: number, letter: string) => ({
  epoch,
  sequence,
  digest: digest(letter),
});
const created = '2026-10-01T00:00:00Z';
/** Numbers 1 to 4 of epoch 2 are here, 4 is the head. */
const state: ChainState = {
  head: { ...seen(2, 4, 'd'), created },
  seen: [seen(2, 1, 'a'), seen(2, 2, 'b'), seen(2, 3, 'c'), seen(2, 4, 'd')],
};
const at = (epoch: number, sequence: number, previous: string | null) => ({ epoch, sequence, previous });

describe('a package in its series', () => {
  it('is the next one', () => {
    expect(decideChain(at(2, 5, digest('d')), digest('e'), state)).toEqual({
      standing: 'next',
      missing: null,
    });
    expect(decideChain(at(1, 1, null), digest('e'), emptyChain)).toEqual({ standing: 'next', missing: null });
  });

  it('is known when its digest is', () => {
    expect(decideChain(at(2, 2, digest('a')), digest('b'), state)).toEqual({ standing: 'known' });
    expect(decideChain(at(2, 4, digest('c')), digest('d'), { ...state, seen: [] })).toEqual({
      standing: 'known',
    });
  });

  it('is a fork when another one has its number', async () => {
    expect(await refusalCode(() => decideChain(at(2, 4, digest('c')), digest('e'), state))).toBe('C03');
    expect(await refusalCode(() => decideChain(at(2, 1, null), digest('e'), state))).toBe('C03');
    expect(
      await refusalCode(() => decideChain(at(2, 4, digest('c')), digest('e'), { ...state, seen: [] })),
    ).toBe('C03');
  });

  it('is a fork when it does not follow the one before', async () => {
    expect(await refusalCode(() => decideChain(at(2, 5, digest('c')), digest('e'), state))).toBe('C04');
    expect(await refusalCode(() => decideChain(at(2, 5, null), digest('e'), state))).toBe('C04');
  });

  it('is accepted after missing numbers, which are named', () => {
    expect(decideChain(at(2, 8, digest('f')), digest('e'), state)).toEqual({
      standing: 'next',
      missing: { epoch: 2, first: 5, last: 7 },
    });
    expect(decideChain(at(1, 3, digest('f')), digest('e'), emptyChain)).toEqual({
      standing: 'next',
      missing: { epoch: 1, first: 1, last: 2 },
    });
  });

  it('misses nothing that has arrived and only waits to be decided', () => {
    const waiting = (...sequences: number[]) => ({
      ...state,
      seen: [
        ...state.seen,
        ...sequences.map((sequence) => ({ epoch: 2, sequence, digest: digest(`w${sequence}`) })),
      ],
    });
    expect(decideChain(at(2, 7, digest('w6')), digest('e'), waiting(5, 6))).toEqual({
      standing: 'next',
      missing: null,
    });
    expect(decideChain(at(2, 8, digest('w7')), digest('e'), waiting(6, 7))).toEqual({
      standing: 'next',
      missing: { epoch: 2, first: 5, last: 5 },
    });
  });

  it('is superseded when it fills a gap below the head', () => {
    const gap = { ...state, seen: state.seen.filter(({ sequence }) => sequence !== 2) };
    expect(decideChain(at(2, 2, digest('a')), digest('e'), gap)).toEqual({ standing: 'superseded' });
  });

  it('is held when it is more than a thousand numbers ahead', async () => {
    expect(decideChain(at(2, 1004, digest('f')), digest('e'), state)).toMatchObject({ standing: 'next' });
    expect(await refusal(() => decideChain(at(2, 1005, digest('f')), digest('e'), state))).toEqual({
      code: 'C09',
      params: { sequence: 1005, head: 4 },
    });
    expect(
      await refusalCode(() => decideChain(at(2, Number.MAX_SAFE_INTEGER, digest('f')), digest('e'), state)),
    ).toBe('C09');
  });

  it('begins a new epoch, whatever the old one ended with', () => {
    expect(decideChain(at(3, 1, digest('d')), digest('e'), state)).toEqual({
      standing: 'next',
      missing: null,
    });
    expect(decideChain(at(3, 1, null), digest('e'), state)).toEqual({ standing: 'next', missing: null });
    expect(decideChain(at(3, 2, digest('f')), digest('e'), state)).toEqual({
      standing: 'next',
      missing: { epoch: 3, first: 1, last: 1 },
    });
  });

  it('is refused when its epoch has ended', async () => {
    expect(await refusalCode(() => decideChain(at(1, 9, digest('f')), digest('e'), state))).toBe('C06');
  });
});
