import { Button, Popover } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../../main/core/contract/members/operations';
import classes from './Filters.module.css';
import { FilterValues } from './FilterValues';
import type { FilterField } from './filters';

interface FilterMenuProps {
  readonly fields: readonly FilterField[];
  readonly filters: readonly Filter[];
  onChange(filters: readonly Filter[]): void;
}

/** Chooses a field, then its values; the list follows at once. */
export function FilterMenu(props: FilterMenuProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const field = props.fields.find((candidate) => candidate.field === chosen);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      onClose={() => setChosen(null)}
      position="bottom-start"
      width="18rem"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          fw={400}
          leftSection={<IconFilter className="icon-15" />}
          onClick={() => setOpened((before) => !before)}
        >
          {t('filters.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={t('filters.filter')}>
        {field === undefined ? (
          <ul className={classes.fields}>
            {props.fields.filter(isOffered).map((candidate) => (
              <li key={candidate.field}>
                <button type="button" onClick={() => setChosen(candidate.field)}>
                  <span>{candidate.label}</span>
                  <IconChevronRight className="icon-15 directional" />
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <>
            <FilterValues filters={props.filters} onChange={props.onChange} field={field} />
            <Button
              variant="subtle"
              leftSection={<IconChevronLeft className="icon-15 directional" />}
              onClick={() => setChosen(null)}
            >
              {t('filters.otherField')}
            </Button>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function isOffered({ options }: FilterField): boolean {
  return options.length > 0;
}
