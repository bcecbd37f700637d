import { describe, expect, it } from 'vitest';
import { isolatedIn, withoutIsolates } from '../../../main/core/contract/isolates';

describe('a name inside a sentence on the screen', () => {
  it.each([
    ['ar', 'Association "Bêta"'],
    ['ar', '+216 71 845 220'],
    ['fr', 'جمعية "الأمل"'],
    ['en', 'جمعية 2'],
  ] as const)('in %s stands apart: %s', (language, name) => {
    expect(isolatedIn(language, name)).toBe(`\u2068${name}\u2069`);
    expect(withoutIsolates(isolatedIn(language, name))).toBe(name);
  });

  it.each([
    ['ar', 'جمعية الأمل'],
    ['ar', '26/11/2026'],
    ['fr', 'Association "Bêta"'],
    ['fr', '٢٠١٥'],
  ] as const)('in %s is left as it is when it reads the same way: %s', (language, name) => {
    expect(isolatedIn(language, name)).toBe(name);
  });
});
