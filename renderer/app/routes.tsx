import { useMemo, useState } from 'react';
import { createMemoryRouter, Navigate, RouterProvider } from 'react-router';
import { groupsByRole } from './area';
import { areas } from './areas';
import { Shell } from './shell/Shell';
import { Stopped } from './shell/Stopped';
import { useWorkspace } from './workspace';

/** The pages of the open workspace; history is in memory, so that nothing of it is written to the profile. */
export function Routes() {
  const workspace = useWorkspace();
  const [router] = useState(() =>
    createMemoryRouter([
      {
        path: '/',
        element: <Shell />,
        errorElement: <Stopped />,
        children: [
          { index: true, element: <Home /> },
          ...areas.flatMap((area) => area.routes.map((route) => ({ errorElement: <Stopped />, ...route }))),
          { path: '*', element: <Home /> },
        ],
      },
    ]),
  );
  return useMemo(
    () => <RouterProvider key={workspace.language} router={router} />,
    [router, workspace.language],
  );
}

/** The first page of the navigation that this workspace sees. */
function Home() {
  const workspace = useWorkspace();
  const groups: readonly string[] = groupsByRole[workspace.role];
  const pages = areas
    .flatMap((area) => area.pages)
    .filter((page) => groups.includes(page.group) && page.place !== 'found')
    .filter((page) => page.shownTo?.(workspace) !== false)
    .sort((first, second) => groups.indexOf(first.group) - groups.indexOf(second.group));
  const first = pages[0];
  if (first === undefined) throw new Error('No page for this role');
  return <Navigate to={first.path} replace />;
}
