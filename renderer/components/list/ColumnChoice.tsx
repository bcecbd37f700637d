import { Button, Popover, TextInput } from '@mantine/core';
import { IconColumns3, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnLine } from './ColumnLine';
import type { ListColumn } from './columns';
import classes from './Filters.module.css';

interface ColumnChoiceProps<Row> {
  readonly columns: readonly ListColumn<Row>[];
  readonly shown: readonly ListColumn<Row>[];
  /** Null: back to the first columns. */
  onChoose(keys: readonly string[] | null): void;
}

/** Which columns the list shows and in which order; searchable, and says what stays at the committee. */
export function ColumnChoice<Row>(props: ColumnChoiceProps<Row>) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const keys = props.shown.map((column) => column.key);
  const ordered = [...props.shown, ...props.columns.filter((column) => !keys.includes(column.key))];
  const found = ordered.filter((column) => column.label.toLocaleLowerCase().includes(wanted));
  return (
    <Popover position="bottom-end" width="22rem" trapFocus returnFocus onClose={() => setSearch('')}>
      <Popover.Target>
        <Button variant="subtle" color="gray" fw={400} leftSection={<IconColumns3 className="icon-15" />}>
          {t('columns.title')}
          <span className="quiet figures">
            &nbsp;{props.shown.length} / {props.columns.length}
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={t('columns.title')}>
        <TextInput
          aria-label={t('columns.search')}
          placeholder={t('columns.search')}
          leftSection={<IconSearch className="icon-15" />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          data-autofocus
        />
        <div className={classes.columns}>
          {found.map((column) => (
            <ColumnLine key={column.key} column={column} keys={keys} onChoose={props.onChoose} />
          ))}
        </div>
        <div className={classes.columnsFoot}>
          <Button variant="subtle" onClick={() => props.onChoose(null)}>
            {t('columns.reset')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
