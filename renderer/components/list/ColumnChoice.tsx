import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconColumns3, IconLock, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leavesCommittee } from '../../../main/core/contract/fields';
import { usePreference } from '../../app/preferences';
import type { ListColumn } from './columns';
import classes from './Filters.module.css';

/** The columns shown in a list, kept on this laptop, in the order in which they are declared. */
export function useChosenColumns<Row>(name: string, columns: readonly ListColumn<Row>[]) {
  const [stored, setStored] = usePreference<string>(`columns.${name}`, '');
  const shown = useMemo(() => {
    const keys = stored === '' ? null : stored.split(',');
    return columns.filter(
      (column) =>
        column.always === 'always' ||
        (keys === null ? column.shown === 'at_first' : keys.includes(column.key)),
    );
  }, [columns, stored]);
  return {
    shown,
    choose: (keys: readonly string[] | null) => setStored(keys === null ? '' : keys.join(',')),
  };
}

interface ColumnChoiceProps<Row> {
  readonly columns: readonly ListColumn<Row>[];
  readonly shown: readonly ListColumn<Row>[];
  /** Null: back to the first columns. */
  onChoose(keys: readonly string[] | null): void;
}

/** Which columns the list shows; searchable, and says what stays at the committee. */
export function ColumnChoice<Row>(props: ColumnChoiceProps<Row>) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const found = props.columns.filter((column) => column.label.toLocaleLowerCase().includes(wanted));
  const keys = props.shown.map((column) => column.key);
  return (
    <Popover position="bottom-end" width="20rem" trapFocus returnFocus onClose={() => setSearch('')}>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          fw={400}
          className={classes.end ?? ''}
          leftSection={<IconColumns3 className="icon-15" />}
        >
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
            <div key={column.key} className={classes.columnLine}>
              <Checkbox
                label={column.label}
                checked={keys.includes(column.key)}
                disabled={column.always === 'always'}
                onChange={(event) =>
                  props.onChoose(
                    event.currentTarget.checked
                      ? [...keys, column.key]
                      : keys.filter((key) => key !== column.key),
                  )
                }
              />
              {column.always === 'always' ? (
                <span className={classes.stays}>{t('columns.always')}</span>
              ) : (
                column.sensitivity !== undefined &&
                !leavesCommittee(column.sensitivity) && (
                  <span className={classes.stays}>
                    <IconLock className="icon-15" /> {t('sensitivity.stays')}
                  </span>
                )
              )}
            </div>
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
