import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Holds that axe finds nothing on what the page shows, and that no cell of a list runs over its row; a finding is said
 * with its rule and its elements.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // Without legacy mode axe opens a page of its own, which Electron refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const findings = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    elements: nodes.map(({ html, target }) => `${target.join(' ')} ${html.slice(0, 200)}`),
  }));
  expect(findings).toEqual([]);
  expect(await cellsOverTheirRow(page)).toEqual([]);
}

function cellsOverTheirRow(page: Page): Promise<string[]> {
  return page
    .locator('[role=row] > [role=gridcell]')
    .evaluateAll((cells) =>
      cells
        .filter((cell) => cell.clientHeight > (cell.parentElement?.clientHeight ?? 0) + 1)
        .map((cell) => cell.textContent ?? ''),
    );
}
