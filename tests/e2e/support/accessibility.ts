import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Holds that axe finds nothing on what the page shows; a finding is said with its rule and its elements. */
export async function expectAccessible(page: Page): Promise<void> {
  // Without legacy mode axe opens a page of its own, which Electron refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const findings = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    elements: nodes.map(({ html, target }) => `${target.join(' ')} ${html.slice(0, 200)}`),
  }));
  expect(findings).toEqual([]);
}
