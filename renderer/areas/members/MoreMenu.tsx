import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../app/calls';
import { wordError } from '../../app/errors';
import { useSay } from '../../app/status';

interface MoreMenuProps {
  readonly entity: 'organisations' | 'persons';
  readonly id: string;
  /** Gestures before and after the trash. */
  readonly first?: ReactNode;
  readonly last?: ReactNode;
}

/** The further gestures of a sheet; the trash leads back to its list. */
export function MoreMenu(props: MoreMenuProps) {
  const { t } = useTranslation(['members', 'common']);
  const navigate = useNavigate();
  const say = useSay();
  const trash = () => {
    call('records.trash', { entity: props.entity, ids: [props.id] }).then(
      ({ trashed }) => {
        say(t('trash.trashed', { count: trashed }));
        void navigate(`/${props.entity}`);
      },
      (error: unknown) => say(wordError(error).sentence),
    );
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('common:sheet.more')}>
          <IconDots />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {props.first}
        <Menu.Item leftSection={<IconTrash />} onClick={trash}>
          {t('trash.action')}
        </Menu.Item>
        {props.last}
      </Menu.Dropdown>
    </Menu>
  );
}
