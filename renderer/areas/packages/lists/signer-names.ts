import { useWorkspace } from '../../../app/workspace';

/** Names of the people of this workspace by their ids: who signed a file. */
export function useSignerNames(): (person: string) => string {
  const { people } = useWorkspace();
  return (person) => people.find((one) => one.id === person)?.name ?? '—';
}
