/**
 * Consonant skeletons: what an Arabic word and its French spelling have in common. Vowels, glides, hamza and ʿayn are
 * left out, emphatic letters join their plain ones (ص س → S, ط ت → T, ض د ذ ظ → D, ق ك → K), and the usual
 * romanisations of the Maghreb are read as one letter each (ch, kh, gh, dj, ou).
 */

const arabicLetters: Readonly<Record<string, string>> = {
  ب: 'B',
  ت: 'T',
  ث: 'T',
  ج: 'J',
  ح: 'H',
  خ: 'X',
  د: 'D',
  ذ: 'D',
  ر: 'R',
  ز: 'Z',
  س: 'S',
  ش: 'C',
  ص: 'S',
  ض: 'D',
  ط: 'T',
  ظ: 'D',
  غ: 'G',
  ف: 'F',
  ق: 'K',
  ك: 'K',
  ل: 'L',
  م: 'M',
  ن: 'N',
  ه: 'H',
  پ: 'B',
  ڤ: 'F',
  گ: 'J',
};

/** Longest spelling first. */
const latinSpellings: readonly (readonly [string, string])[] = [
  ['tch', 'C'],
  ['sch', 'C'],
  ['dj', 'J'],
  ['ch', 'C'],
  ['sh', 'C'],
  ['kh', 'X'],
  ['gh', 'G'],
  ['th', 'T'],
  ['dh', 'D'],
  ['ph', 'F'],
  ['qu', 'K'],
  ['ck', 'K'],
  ['x', 'KS'],
  ['b', 'B'],
  ['p', 'B'],
  ['t', 'T'],
  ['j', 'J'],
  ['g', 'J'],
  ['h', 'H'],
  ['d', 'D'],
  ['r', 'R'],
  ['z', 'Z'],
  ['s', 'S'],
  ['f', 'F'],
  ['v', 'F'],
  ['q', 'K'],
  ['k', 'K'],
  ['l', 'L'],
  ['m', 'M'],
  ['n', 'N'],
];

/** Skeletons of a word in Arabic script as `fold` leaves it, without its article. */
export function arabicSkeletons(word: string): readonly string[] {
  return distinct(arabicReadings(word).map((reading) => collapsed([...reading].map(letterOf).join(''))));
}

/** The word, and the word without a particle that may be joined to it (و ب ل ك ف) when enough is left. */
export function arabicReadings(word: string): readonly string[] {
  const bare = withoutArticle(word);
  const readings = [bare.replace(/ه$/, '')];
  if (/^[وبلكف]/.test(bare) && bare.length >= 4)
    readings.push(withoutArticle(bare.slice(1)).replace(/ه$/, ''));
  return readings;
}

/** Takes off the article, alone or after و ب ك ف, or melted into ل. */
export function withoutArticle(word: string): string {
  const bare = word.replace(/^[وف]?[بك]?ال(?=.{2})/, '').replace(/^لل(?=.{2})/, '');
  return bare.length >= 2 ? bare : word;
}

/** Skeletons of a romanised word as `fold` leaves it: as written, and without an article that was joined to it. */
export function latinSkeletons(word: string): readonly string[] {
  const forms = [word];
  const joined = /^(?:el(?=[aeiou])|[ea](?:l(?=[bcfghjkmqw])|([dnrstz])(?=\1)|chch?(?=.)))/.exec(word);
  if (joined !== null && word.length >= 6) forms.push(word.slice(joined[0].length));
  return distinct(forms.flatMap(romanised));
}

function romanised(word: string): readonly string[] {
  const bare = word.replace(/h$/, '');
  let skeleton = '';
  let index = 0;
  while (index < bare.length) {
    const rest = bare.slice(index);
    const spelling = latinSpellings.find(([letters]) => rest.startsWith(letters));
    if (spelling !== undefined) {
      skeleton += spelling[1];
      index += spelling[0].length;
      continue;
    }
    if (rest.startsWith('c')) skeleton += /^c[eiy]/.test(rest) ? 'S' : 'K';
    index += 1;
  }
  // G is ج as in Djerba, or ق as in Gabès and Gafsa.
  return bare.includes('g')
    ? [collapsed(skeleton), collapsed(skeleton.replace(/J/g, 'K'))]
    : [collapsed(skeleton)];
}

function letterOf(letter: string): string {
  return arabicLetters[letter] ?? '';
}

function collapsed(skeleton: string): string {
  return skeleton.replace(/(.)\1+/g, '$1');
}

function distinct(skeletons: readonly string[]): readonly string[] {
  return [...new Set(skeletons.filter((skeleton) => skeleton.length >= 2))];
}
