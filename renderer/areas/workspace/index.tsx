import { IconSettings } from '@tabler/icons-react';
import type { Area } from '../../app/area';
import { textOf } from '../../app/i18n';
import { RootPage } from './settings/RootPage';
import { Settings } from './settings/Settings';

/** The workspace itself: settings and, for the lead coordination, the root key. */
export const workspaceArea: Area = {
  name: 'workspace',
  routes: [
    { path: '/settings', element: <Settings /> },
    { path: '/settings/root', element: <RootPage /> },
  ],
  pages: [
    {
      path: '/settings',
      group: 'end',
      icon: IconSettings,
      label: () => textOf('workspace:settings.title'),
      keywords: () => textOf('workspace:settings.keywords'),
    },
  ],
};
