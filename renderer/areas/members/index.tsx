import { IconArmchair, IconBuildingCommunity, IconMap2, IconUsers } from '@tabler/icons-react';
import type { Area } from '../../app/area';
import { useAnswer } from '../../app/calls';
import { numberText } from '../../app/formats';
import { textOf } from '../../app/i18n';
import { CommitteePage } from './committee/CommitteePage';
import { Duplicates } from './duplicates/Duplicates';
import { MapPage } from './map/MapPage';

import { NewOrganisation } from './organisations/NewOrganisation';
import { OrganisationPage } from './organisations/OrganisationPage';
import { OrganisationPaper } from './organisations/OrganisationPaper';
import { Organisations } from './organisations/Organisations';
import { NewPerson } from './persons/NewPerson';
import { PersonPage } from './persons/PersonPage';
import { Persons } from './persons/Persons';

/** The register: organisations and contact persons. A committee types them, the coordination reads them. */
export const membersArea: Area = {
  name: 'members',
  routes: [
    { path: '/organisations', element: <Organisations /> },
    { path: '/organisations/new', element: <NewOrganisation /> },
    { path: '/organisations/:id', element: <OrganisationPage /> },
    { path: '/organisations/:id/document', element: <OrganisationPaper /> },
    { path: '/organisations/duplicates', element: <Duplicates key="organisations" kind="organisations" /> },
    { path: '/persons/duplicates', element: <Duplicates key="persons" kind="persons" /> },
    { path: '/map', element: <MapPage /> },
    { path: '/committee', element: <CommitteePage /> },
    { path: '/persons', element: <Persons /> },
    { path: '/persons/new', element: <NewPerson /> },
    { path: '/persons/:id', element: <PersonPage /> },
  ],
  pages: [
    ...(['register', 'read'] as const).flatMap((group) => [
      {
        path: '/organisations',
        group,
        icon: IconBuildingCommunity,
        label: () => textOf('members:organisations.title'),
        Badge: OrganisationCount,
      },
      {
        path: '/persons',
        group,
        icon: IconUsers,
        label: () => textOf('members:persons.title'),
        Badge: PersonCount,
      },
      {
        path: '/map',
        group,
        icon: IconMap2,
        label: () => textOf('members:map.title'),
        keywords: () => textOf('members:map.keywords'),
      },
    ]),
    {
      path: '/committee',
      group: 'register',
      icon: IconArmchair,
      label: () => textOf('members:committee.title'),
      keywords: () => textOf('members:committee.keywords'),
    },
  ],
};

function OrganisationCount() {
  const counts = useAnswer('members.counts', {}).data;
  return counts === undefined ? null : numberText(counts.organisations);
}

function PersonCount() {
  const counts = useAnswer('members.counts', {}).data;
  return counts === undefined ? null : numberText(counts.persons);
}
