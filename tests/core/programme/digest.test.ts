import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, referencePackDigest } from '../../../main/core/programme/digest';
import { shippedReferencePack as pack, shippedDigests } from '../../../resources/programme';

describe('the digest of a reference pack', () => {
  it('does not depend on the order of keys', () => {
    const reversed = Object.fromEntries(Object.entries(pack).reverse());
    expect(referencePackDigest({ ...pack, ...reversed })).toBe(referencePackDigest(pack));
    expect(canonicalJson(reversed)).toBe(canonicalJson(pack));
    expect(referencePackDigest(pack)).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('stands last among those that are known: a changed pack adds its own and forgets no former one', () => {
    expect(shippedDigests.at(-1)).toBe(referencePackDigest(pack));
    expect(new Set(shippedDigests).size).toBe(shippedDigests.length);
  });

  it('changes with any letter of the content', () => {
    const copy = structuredClone(pack);
    Object.assign(copy.logframe[0] ?? {}, { text: `${copy.logframe[0]?.text}.` });
    expect(referencePackDigest(copy)).not.toBe(referencePackDigest(pack));
  });
});

describe('canonical JSON', () => {
  const integers = fc
    .json({ noUnicodeString: false })
    .map((text): unknown =>
      JSON.parse(text, (_, value) => (typeof value === 'number' ? Math.trunc(value) % 1_000_000 : value)),
    );

  it('says the same as the value, and says it again when read back', () => {
    fc.assert(
      fc.property(integers, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('sorts keys and leaves out what is undefined', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'é'], c: undefined })).toBe('{"a":[true,null,"é"],"b":1}');
  });

  it.each([0.5, Number.NaN, 2 ** 53, () => 1])('refuses %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });
});
