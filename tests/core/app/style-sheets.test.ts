import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** The styles of the pages, of which one rule can make every page slower. */

const sheets = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, text: readFileSync(path.join('renderer', name), 'utf8') }));

/** The selectors of a style sheet, without its comments and declarations. */
function selectorsOf(text: string): string[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...bare.matchAll(/([^{};]+)\{/g)].map(([, selector = '']) => selector.trim());
}

/** Where what comes or goes among neighbours makes the browser style all of them anew, with all they hold. */
const anyNeighbour = /[+~]\s*(?:\*|:)/;

describe('styles', () => {
  it('reach no element by its neighbour alone: lists would be styled anew at every row scrolled', () => {
    const found = sheets.flatMap(({ name, text }) =>
      selectorsOf(text)
        .filter((selector) => anyNeighbour.test(selector))
        .map((selector) => `${name}: ${selector}`),
    );
    expect(found).toEqual([]);
  });

  it.each(['.rail > * + * {', '.asked[data-many] + * {', '.a ~ :not(.b) {'])(
    'of such a kind are seen: %s',
    (rule) => {
      expect(
        selectorsOf(`/* + * */ ${rule} margin: 0; }`).filter((one) => anyNeighbour.test(one)),
      ).toHaveLength(1);
    },
  );

  it('are looked at in every area', () => {
    expect(sheets.length).toBeGreaterThan(30);
    expect(sheets.flatMap(({ text }) => selectorsOf(text)).length).toBeGreaterThan(500);
  });
});
