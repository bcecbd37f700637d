import { expect, it } from 'vitest';
import { namesOfCodes } from '../../../main/core/programme/pack';
import { codeSign, signsNamedBy } from '../../../main/core/search/code-signs';
import { ownWordsExpression, searchExpression } from '../../../main/core/search/expression';
import { fold } from '../../../main/core/search/fold';

/** The search index holds one word for each code, which a question names by the words of its labels. */

const codes = [...namesOfCodes()];
/** Lists of which records that are searched have codes. */
const searched = ['themes', 'publics', 'regions', 'countries', 'organisationTypes', 'organisationStatuses'];

it('no two codes have the same word, and nobody can type one', () => {
  const signs = codes.map(({ list, code }) => codeSign(list, code));
  expect(new Set(signs).size).toBe(codes.length);
  for (const sign of signs) expect(fold(sign)).not.toContain('\uE000');
});

it('every word of a label, and each of its beginnings, names the code; other words do not', () => {
  for (const { list, code, names } of codes.filter((one) => searched.includes(one.list))) {
    const sign = codeSign(list, code);
    for (const word of fold(names).split(/[ @.+]+/)) {
      if (word === '') continue;
      for (let length = 1; length <= word.length; length += 1)
        expect(signsNamedBy(word.slice(0, length))).toContain(sign);
      expect(signsNamedBy(`${word}zzz`)).not.toContain(sign);
    }
  }
});

it('a code that no searched record can have widens no question', () => {
  const words = codes.flatMap(({ names }) => fold(names).split(/[ @.+]+/));
  const named = new Set(words.filter((word) => word !== '').flatMap(signsNamedBy));
  for (const { list, code } of codes.filter((one) => one.list === 'attachmentKinds'))
    expect(named).not.toContain(codeSign(list, code));
});

it('a question is made of all its words, each of them in any of its ways', () => {
  expect(searchExpression('  ')).toBeNull();
  expect(searchExpression('Zzyzx QWX')).toBe('("zzyzx"*) AND ("qwx"*)');
  expect(searchExpression('q qw QWX  zz qw zzyzx')).toBe('("qwx"*) AND ("zzyzx"*)');
  expect(ownWordsExpression('Tozeur, zz')).toBe('("tozeur"*) AND ("zz"*)');
  expect(searchExpression('tozeur')).toBe(`("tozeur"* OR "${codeSign('regions', 'TN-72')}")`);
});
