import { IconBuildings, IconLayoutGrid, IconListTree } from '@tabler/icons-react';
import type { OpenWorkspace } from '../../../main/core/contract/workspace/operations';
import type { Area } from '../../app/area';
import { textOf } from '../../app/i18n';
import { Board } from './board/Board';
import { Logframe } from './logframe/Logframe';
import { RegionOrganisations } from './organisations/RegionOrganisations';
import { ReviewPage } from './review/ReviewPage';

const shownTo = (workspace: OpenWorkspace) => workspace.role === 'coordination';

/** What the coordination reads and decides: the board of reports, the region's figures, the review of one report. */
export const consolidationArea: Area = {
  name: 'consolidation',
  routes: [
    { path: '/board', element: <Board /> },
    { path: '/region/organisations', element: <RegionOrganisations /> },
    { path: '/region/logframe', element: <Logframe /> },
    { path: '/submissions/:id', element: <ReviewPage /> },
  ],
  pages: [
    {
      path: '/board',
      group: 'receive',
      icon: IconLayoutGrid,
      label: () => textOf('consolidation:board.title'),
      shownTo,
    },
    {
      path: '/region/logframe',
      group: 'read',
      icon: IconListTree,
      label: () => textOf('consolidation:logframe.title'),
      keywords: () => textOf('consolidation:logframe.keywords'),
      shownTo,
    },
    {
      path: '/region/organisations',
      group: 'read',
      icon: IconBuildings,
      label: () => textOf('consolidation:organisations.page'),
      shownTo,
    },
  ],
};
