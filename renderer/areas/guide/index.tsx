import { IconBook2 } from '@tabler/icons-react';
import type { Area } from '../../app/area';
import { textOf } from '../../app/i18n';
import { Guide } from './Guide';

/** The user guide, from F1 or the foot of the navigation. */
export const guideArea: Area = {
  name: 'guide',
  routes: [
    { path: '/guide', element: <Guide /> },
    { path: '/guide/:page', element: <Guide /> },
  ],
  pages: [
    {
      path: '/guide',
      group: 'end',
      icon: IconBook2,
      label: () => textOf('guide:title'),
      keywords: () => textOf('guide:keywords'),
    },
  ],
};
