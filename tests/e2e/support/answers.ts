import type { Answer, Input, OperationName, Output } from '../../../main/core/contract/operations';
import type { Concertation } from './launch';

/** Calls an operation as the page does and gives its answer; a refusal is an error that names its code. */
export async function answered<N extends OperationName>(
  { call }: Concertation,
  operation: N,
  input: Input<N>,
): Promise<Output<N>> {
  const answer = (await call(operation, input)) as Answer<Output<N>>;
  if (!answer.ok)
    throw new Error(`${operation}: ${answer.error.code} ${JSON.stringify(answer.error.params)}`);
  return answer.value;
}

/** Opens the one workspace of the laptop through the page's own door; the first of its people is at the keyboard. */
export async function unlock(concertation: Concertation, passphrase: string): Promise<void> {
  const [known] = await answered(concertation, 'workspace.known', {});
  await answered(concertation, 'workspace.unlock', { id: known?.id ?? '', passphrase });
  const state = await answered(concertation, 'workspace.state', {});
  const [person] = state.status === 'open' ? state.people : [];
  await answered(concertation, 'workspace.identify', { person: person?.id ?? '' });
}
