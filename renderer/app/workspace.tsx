import { createContext, type ReactNode, useContext } from 'react';
import type { OpenWorkspace } from '../../main/core/contract/workspace/operations';

const WorkspaceContext = createContext<OpenWorkspace | null>(null);

export function WorkspaceProvider(props: {
  readonly workspace: OpenWorkspace;
  readonly children: ReactNode;
}) {
  return <WorkspaceContext value={props.workspace}>{props.children}</WorkspaceContext>;
}

/** The open workspace. Only for what is shown inside the shell, where one is always open. */
export function useWorkspace(): OpenWorkspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('No open workspace above this component');
  return workspace;
}

/** May records be typed here? A committee owns its records; the coordination reads them. */
export function useCanEdit(): boolean {
  const workspace = useWorkspace();
  return workspace.role === 'committee' && workspace.person !== null;
}
