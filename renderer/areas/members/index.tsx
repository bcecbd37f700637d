import {
  IconAddressBook,
  IconArmchair,
  IconBuildingCommunity,
  IconCompass,
  IconMailForward,
  IconMap2,
  IconSignature,
  IconTags,
  IconUsers,
} from '@tabler/icons-react';
import type { Area } from '../../app/area';
import { useAnswer } from '../../app/calls';
import { numberText } from '../../app/formats';
import { textOf } from '../../app/i18n';
import { CartographyPage } from './cartography/CartographyPage';
import { RestitutionPage } from './cartography/RestitutionPage';
import { CommitteePage } from './committee/CommitteePage';
import { ConsentForms } from './consents/ConsentForms';
import { ConsentsPage } from './consents/ConsentsPage';
import { DirectoryPaper } from './documents/DirectoryPaper';
import { InvitationPage } from './documents/InvitationPage';
import { InvitationPaper } from './documents/InvitationPaper';
import { LabelsPaper } from './documents/LabelsPaper';
import { Duplicates } from './duplicates/Duplicates';
import { InterviewPage } from './interview/InterviewPage';
import { InterviewPaper } from './interview/InterviewPaper';
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
    { path: '/organisations/interview', element: <InterviewPage /> },
    { path: '/organisations/interview/paper', element: <InterviewPaper key="blank" /> },
    { path: '/organisations/:id/interview', element: <InterviewPaper key="known" /> },
    { path: '/organisations/:id', element: <OrganisationPage /> },
    { path: '/organisations/:id/document', element: <OrganisationPaper /> },
    { path: '/organisations/directory', element: <DirectoryPaper /> },
    { path: '/organisations/invitation', element: <InvitationPage /> },
    { path: '/organisations/attendance', element: <InvitationPaper /> },
    { path: '/organisations/labels', element: <LabelsPaper /> },
    { path: '/organisations/duplicates', element: <Duplicates key="organisations" kind="organisations" /> },
    { path: '/persons/duplicates', element: <Duplicates key="persons" kind="persons" /> },
    { path: '/map', element: <MapPage /> },
    { path: '/cartography', element: <CartographyPage /> },
    { path: '/cartography/restitution', element: <RestitutionPage /> },
    { path: '/cartography/:part', element: <CartographyPage /> },
    { path: '/committee', element: <CommitteePage /> },
    { path: '/persons', element: <Persons /> },
    { path: '/consents', element: <ConsentsPage /> },
    { path: '/consents/forms', element: <ConsentForms /> },
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
    ...(['register', 'read'] as const).map((group) => ({
      path: '/organisations/directory',
      group,
      place: 'found' as const,
      icon: IconAddressBook,
      label: () => textOf('documents:directory.title'),
    })),
    {
      path: '/organisations/invitation',
      group: 'register',
      place: 'found',
      icon: IconMailForward,
      label: () => textOf('documents:invitationList.title'),
    },
    {
      path: '/organisations/labels',
      group: 'register',
      place: 'found',
      icon: IconTags,
      label: () => textOf('documents:labels.title'),
    },
    {
      path: '/consents',
      group: 'register',
      icon: IconSignature,
      label: () => textOf('members:consentsPage.title'),
      keywords: () => textOf('members:consentsPage.keywords'),
    },
    {
      path: '/cartography',
      group: 'register',
      icon: IconCompass,
      label: () => textOf('cartography:title'),
      keywords: () => textOf('cartography:keywords'),
    },
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
