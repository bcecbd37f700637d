import { describe, expect, it } from 'vitest';
import { fold, foldWords, orderKey } from '../../../main/core/search/fold';

/** As a plain keyboard types a name. */
const typedAs = (name: string) => foldWords(name);

describe('what a text is compared by', () => {
  it.each([
    ['Bɛnkadi', 'benkadi'],
    ['Ɓamtaare', 'bamtaare'],
    ['Sɔrɔ', 'soro'],
    ['Łódź', 'lodz'],
    ['Ɲɛnɛ Ŋaari', 'nene naari'],
    ['Ɗiwaan Ƴamtoore', 'diwaan yamtoore'],
    ['Ngǝma Ɖekawo Ƒe Habɔbɔ', 'ngema dekawo fe habobo'],
    ['Ƙungiyar Mata', 'kungiyar mata'],
    ['Smørrebrød Đorđe Ħal Kılıç', 'smorrebrod dorde hal kilic'],
    ['Œuvre Straße Þór Ĳssel', 'oeuvre strasse thor ijssel'],
    ['oﬃce du Ｓａｈｅｌ', 'office du sahel'],
    ['N° ② — Comité²', 'n 2 comite2'],
    ["Nʼdiaye N’Diaye N'Diaye", 'n diaye n diaye n diaye'],
    ['Jamʿiyya al-ʿAwn', 'jamiyya al awn'],
    ['Asso\u00ADciation B\u200Eêta\u202C', 'association beta'],
  ])('%s is %s', (name, plain) => {
    expect(typedAs(name)).toBe(plain);
  });

  it.each([
    ['الکاف', 'الكاف'],
    ['جمعيه', 'جمعية'],
    ['جمعیت', 'جمعيت'],
    ['\uFE9F\uFEE4\uFECC\uFEF4\uFE94', 'جمعية'],
    ['\uFEFBمل', 'لامل'],
    ['ھدى', 'هدي'],
    ['جَمْعِيَّة', 'جمعية'],
    ['\uFE9F\uFE77\uFEE4\uFECC\uFEF4\uFE94', 'جمعية'],
    ['هيئة ٢٠١٥', 'هيئة 2015'],
    ['هيئة ۲۰۱۵', 'هيئة 2015'],
  ])('%s is the same as %s', (written, other) => {
    expect(fold(written)).toBe(fold(other));
  });

  it('takes a time in proportion to the text, whatever signs were piled on one letter', () => {
    const piled = (count: number) => `a${'\u0301\u0323'.repeat(count)}`;
    expect(fold(piled(125_000))).toBe('a');
    expect(orderKey('9'.repeat(100_000))).toHaveLength(100_001);
  });
});

describe('the order of names', () => {
  it.each([
    [['Comité 1', 'Comité 2', 'Comité 10', 'Comité 100', 'Comité des femmes']],
    [['2 Rives', '10 Rives', 'À nous', 'Zone 9']],
    [['Comité 2', 'Comité ٣', 'Comité 010', 'Comité ⑪']],
    [['« Alpha »', 'Bêta', '"Delta"', 'École', "'Étoile", 'Zeta']],
    [['Bɛnkadi', 'Benkado', 'Ɓi']],
    [['جمعية 2', 'جمعية ١٠']],
  ])('%j stand so', (names) => {
    const sorted = [...names].reverse().sort((one, other) => (orderKey(one) < orderKey(other) ? -1 : 1));
    expect(sorted).toEqual(names);
  });
});
