import { describe, expect, it } from 'vitest';
import {
  preferencesAmong,
  preferencesArgument,
  preferencesInArguments,
} from '../../../main/app/page-preferences';
import { fillIn, languageOfSystem, shellTexts } from '../../../main/app/texts';

type Texts = { readonly [key: string]: string | Texts };

function keysOf(texts: Texts, before = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`),
  );
}

describe("the shell's own words", () => {
  it('are the same in the three languages, and none is empty', () => {
    const french = keysOf(shellTexts('fr'));
    expect(keysOf(shellTexts('en'))).toEqual(french);
    expect(keysOf(shellTexts('ar'))).toEqual(french);
    for (const language of ['fr', 'en', 'ar'] as const)
      expect(JSON.stringify(shellTexts(language))).not.toContain('""');
  });

  it('take values at their places', () => {
    expect(fillIn('{{folder}} ({{reason}})', { folder: 'C:\\x', reason: 'EACCES' })).toBe('C:\\x (EACCES)');
  });

  it('begin in the first language of the system that is spoken here, else in French', () => {
    expect(languageOfSystem(['pt-BR', 'ar-TN', 'fr'])).toBe('ar');
    expect(languageOfSystem(['en_US'])).toBe('en');
    expect(languageOfSystem(['wo', 'bm-ML'])).toBe('fr');
    expect(languageOfSystem([])).toBe('fr');
  });
});

describe('preferences of the page', () => {
  it('are words under known names; text of records cannot pass', () => {
    expect(
      preferencesAmong({
        'concertation.density': 'comfort',
        'concertation.columns.members': 'name,code,status',
        'mantine-color-scheme-value': 'dark',
        'concertation.search': 'Mariama Bah',
        'concertation.object': { a: 1 },
        other: 'x',
      }),
    ).toEqual({
      'concertation.density': 'comfort',
      'concertation.columns.members': 'name,code,status',
      'mantine-color-scheme-value': 'dark',
    });
    expect(preferencesAmong(null)).toEqual({});
  });

  it('reach the page as one argument', () => {
    const preferences = { 'concertation.density': 'compact' };
    expect(preferencesInArguments(['electron', preferencesArgument(preferences)])).toEqual(preferences);
    expect(preferencesInArguments(['electron'])).toEqual({});
  });
});
