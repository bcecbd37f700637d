import { Button, Menu } from '@mantine/core';
import {
  IconAddressBook,
  IconChevronDown,
  IconFileText,
  IconMailForward,
  IconTags,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWorkspace } from '../../../app/workspace';
import type { ListSelection } from '../../../components/list/selection';
import classes from '../documents/Documents.module.css';
import { arrivalWith } from '../documents/scope';

const documents = [
  {
    name: 'directory',
    to: '/organisations/directory',
    icon: IconAddressBook,
    madeBy: ['committee', 'coordination'],
  },
  { name: 'invitationList', to: '/organisations/invitation', icon: IconMailForward, madeBy: ['committee'] },
  { name: 'labels', to: '/organisations/labels', icon: IconTags, madeBy: ['committee'] },
] as const;

interface DocumentsMenuProps {
  /** Of what: asked when an item is chosen; null when nothing is shown yet. */
  selection(): ListSelection | null;
  /** `bar`: a plain button of the selection bar. */
  readonly place: 'head' | 'bar';
}

/** What can be made of the organisations checked, or of all that the list shows. */
export function DocumentsMenu(props: DocumentsMenuProps) {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const { role } = useWorkspace();
  const go = (to: string) => {
    const meant = props.selection();
    if (meant !== null) void navigate(to, arrivalWith(meant.scope, meant.count));
  };
  return (
    <Menu position={props.place === 'head' ? 'bottom-end' : 'top-start'} width={340}>
      <Menu.Target>{target(props.place, t('menu'))}</Menu.Target>
      <Menu.Dropdown>
        {documents
          .filter(({ madeBy }) => madeBy.some((maker) => maker === role))
          .map(({ name, to, icon: Icon }) => (
            <Menu.Item key={name} leftSection={<Icon />} onClick={() => go(to)}>
              <span className={classes.item}>
                {t(`${name}.action`)}
                <span className="quiet">{t(`${name}.about`)}</span>
              </span>
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function target(place: DocumentsMenuProps['place'], label: string): ReactElement {
  return place === 'head' ? (
    <Button leftSection={<IconFileText />} rightSection={<IconChevronDown className="icon-15" />}>
      {label}
    </Button>
  ) : (
    <button type="button">
      <IconFileText /> {label}
    </button>
  );
}
