import type { Page } from '@playwright/test';
import type { FieldValue } from '../../../main/core/contract/fields';
import type { Answer, Input, OperationName, Output } from '../../../main/core/contract/operations';
import type { EntityName } from '../../../main/core/contract/records/operations';
import type { Language } from '../../../main/core/contract/values';

/** A committee at work, made through the page's own door: what a test needs to be there before it begins. */

/** Of every workspace that is made here. */
export const passphrase = 'mangue tampon rivière lundi velours';

/** Calls an operation as the page does. Throws its code when it is refused. */
export async function ask<N extends OperationName>(
  page: Page,
  operation: N,
  input: Input<N>,
): Promise<Output<N>> {
  const answer = (await page.evaluate(
    ([name, given]) => window.concertation.call(name as OperationName, given as never),
    [operation, input] as const,
  )) as Answer<Output<N>>;
  if (!answer.ok) throw new Error(`${operation}: ${answer.error.code}`);
  return answer.value;
}

/** Makes the workspace of a committee, with Salma at the keyboard, and shows its first page. */
export async function openCommittee(
  page: Page,
  language: Language = 'fr',
  committee = { code: 'TN', name: 'Comité Tunisie' },
): Promise<void> {
  const created = await ask(page, 'workspace.create', {
    language,
    role: 'committee',
    ...committee,
    country: committee.code,
    people: [{ name: 'Salma Trabelsi', role: 'secretary' }],
    passphrase,
    folder: null,
  });
  const groups = [1, 4].map((index) => ({ index, digits: created.recoveryGroups[index] ?? '' }));
  await ask(page, 'workspace.confirmRecovery', { groups });
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
}

/** Creates a record; gives its identifier. */
export async function typed(
  page: Page,
  entity: EntityName,
  values: Record<string, FieldValue>,
): Promise<string> {
  return (await ask(page, 'records.create', { entity, values })).id;
}
