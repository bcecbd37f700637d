import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Paper or PDF of the list as it is shown, and what else it can leave as. */
export function PrintMenu(props: {
  onChoose(outcome: 'print' | 'pdf'): void;
  /** Further items of the menu. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button leftSection={<IconPrinter />} rightSection={<IconChevronDown className="icon-15" />}>
          {t('print.printExport')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPrinter />} onClick={() => props.onChoose('print')}>
          {t('print.list')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload />} onClick={() => props.onChoose('pdf')}>
          {t('print.pdf')}
        </Menu.Item>
        {props.children}
      </Menu.Dropdown>
    </Menu>
  );
}
