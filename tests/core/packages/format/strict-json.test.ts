import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  parseCanonicalJson,
  parseCanonicalLine,
} from '../../../../main/core/packages/format/strict-json';
import { refusalCode } from '../../../support/packages/refusals';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const indented = (body: string) => bytes(`{\n "a": ${body}\n}\n`);

describe('the JSON of a manifest', () => {
  it('is what it writes itself', () => {
    const value = { a: 1, b: ['é', null, true], c: { d: 'Côte d’Ivoire\n' } };
    expect(parseCanonicalJson(bytes(canonicalJson(value)))).toEqual(value);
  });

  it.each([
    ['a fraction that is a whole number', '1.0', 'J03'],
    ['an exponent', '1e2', 'J03'],
    ['minus zero', '-0', 'J03'],
    ['more than a number can hold', '1e999', 'J03'],
    ['an integer that would be rounded', '9007199254740993', 'J03'],
    ['an integer beyond the safe ones', '9007199254740992', 'J05'],
    ['a fraction', '1.5', 'J05'],
    ['an escaped letter', '"\\u0061"', 'J03'],
    ['a lone surrogate', '"\\ud800"', 'J06'],
    ['a lone surrogate in capitals', '"\\uDC00x"', 'J06'],
    ['the character zero', '"\\u0000"', 'J06'],
    ['a non-character, escaped', '"\\uffff"', 'J06'],
    ['a non-character, plain', '"\uffff"', 'J06'],
    ['letters that are not composed', '"e\u0301"', 'J07'],
    ['a comment', '1 /* */', 'J02'],
    ['single quotes', "'x'", 'J02'],
    ['a trailing comma', '[1,]', 'J02'],
    ['NaN', 'NaN', 'J02'],
    ['a string without end', '"x', 'J02'],
    ['a prototype', '{\n  "__proto__": 1\n }', 'J04'],
    ['an escaped prototype', '{\n  "\\u005f_proto__": 1\n }', 'J04'],
    ['a constructor', '{\n  "constructor": 1\n }', 'J04'],
    ['nine levels', `${'['.repeat(8)}${']'.repeat(8)}`, 'J02'],
  ])('refuses %s', async (_name, body, code) => {
    expect(await refusalCode(() => parseCanonicalJson(indented(body)))).toBe(code);
  });

  it.each([
    ['a byte-order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes('{}\n')]), 'J01'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d, 0x0a]), 'J01'],
    ['a surrogate encoded in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22, 0x0a]), 'J01'],
    ['nothing', bytes(''), 'J02'],
    ['no final line feed', bytes('{}'), 'J03'],
    ['another indentation', bytes('{\n  "a": 1\n}\n'), 'J03'],
    ['CRLF line ends', bytes('{\r\n "a": 1\r\n}\r\n'), 'J03'],
    ['one key twice', bytes('{\n "a": 1,\n "a": 2\n}\n'), 'J03'],
    ['keys that look like numbers, out of order', bytes('{\n "2": 1,\n "1": 2\n}\n'), 'J03'],
    ['a second value', bytes('{}\n{}\n'), 'J02'],
    ['a depth of 200,000', bytes('['.repeat(200_000)), 'J02'],
    ['201 keys', bytes(`{${Array.from({ length: 201 }, (_, n) => `"k${n}":1`).join()}}`), 'M08'],
    ['a million keys', bytes(`{${Array.from({ length: 1_000_000 }, (_, n) => `"k${n}":1`).join()}}`), 'M08'],
  ])('refuses %s', async (_name, content, code) => {
    expect(await refusalCode(() => parseCanonicalJson(content))).toBe(code);
  });
});

describe('the JSON of a row', () => {
  it('keeps brackets and backslashes that stand within text', () => {
    const line = JSON.stringify({ a: '[[[[[[[[[[{{{{\\', b: 'x"y', c: ['a'] });
    expect(parseCanonicalLine(line)).toEqual({ a: '[[[[[[[[[[{{{{\\', b: 'x"y', c: ['a'] });
  });

  it.each([
    ['a space', '{"a": 1}', 'J03'],
    ['a carriage return', '{"a":1}\r', 'J03'],
    ['one key twice', '{"a":1,"a":1}', 'J03'],
    ['a depth of 100,000', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'J02'],
    ['an escaped prototype', '{"__pr\\u006fto__":1}', 'J03'],
    ['half an object', '{"a":1', 'J02'],
  ])('refuses %s', async (_name, line, code) => {
    expect(await refusalCode(() => parseCanonicalLine(line))).toBe(code);
  });
});
