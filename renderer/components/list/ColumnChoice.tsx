import { ActionIcon, Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3, IconLock, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leavesCommittee } from '../../../main/core/contract/fields';
import { usePreference } from '../../app/preferences';
import type { ListColumn } from './columns';
import classes from './Filters.module.css';

/**
 * The columns shown in a list, in their order and widths. Kept on this laptop; a saved view brings its own.
 *
 * @param ofView keys of the view's columns, or null
 */
export function useChosenColumns<Row>(
  name: string,
  columns: readonly ListColumn<Row>[],
  ofView: readonly string[] | null,
) {
  const [stored, setStored] = usePreference<string>(`columns.${name}`, '');
  const [widths, setWidths] = usePreference<string>(`widths.${name}`, '');
  const shown = useMemo(() => {
    const keys = ofView ?? (stored === '' ? null : stored.split(','));
    return chosen(columns, keys).map((column) => withWidth(column, widthsOf(widths).get(column.key)));
  }, [columns, stored, ofView, widths]);
  return {
    shown,
    choose: (keys: readonly string[] | null) => {
      setStored(keys === null ? '' : keys.join(','));
      if (keys === null) setWidths('');
    },
    widen: (key: string, width: number) => {
      const next = new Map(widthsOf(widths)).set(key, width);
      setWidths([...next].map(([of, rem]) => `${of}:${rem.toFixed(2)}`).join(','));
    },
  };
}

function chosen<Row>(columns: readonly ListColumn<Row>[], keys: readonly string[] | null) {
  if (keys === null) {
    return columns.filter((column) => column.always === 'always' || column.shown === 'at_first');
  }
  const fixed = columns.filter((column) => column.always === 'always' && !keys.includes(column.key));
  return [...fixed, ...keys.flatMap((key) => columns.find((column) => column.key === key) ?? [])];
}

function widthsOf(text: string): ReadonlyMap<string, number> {
  const pairs = text.split(',').flatMap((part) => {
    const [key, rem] = part.split(':');
    const width = Number(rem);
    return key === undefined || rem === undefined || !(width > 0) ? [] : [[key, width] as const];
  });
  return new Map(pairs);
}

function withWidth<Row>(column: ListColumn<Row>, width: number | undefined): ListColumn<Row> {
  return width === undefined ? column : { ...column, width: { min: width, grow: 0 } };
}

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

interface ColumnLineProps<Row> {
  readonly column: ListColumn<Row>;
  /** Keys of the columns shown, in their order. */
  readonly keys: readonly string[];
  onChoose(keys: readonly string[]): void;
}

/** One column: shown or not, and its place; Alt with ↑↓ or the mouse moves it. */
function ColumnLine<Row>({ column, keys, onChoose }: ColumnLineProps<Row>) {
  const { t } = useTranslation();
  const at = keys.indexOf(column.key);
  const moveTo = (place: number) => {
    if (at < 0 || place < 0 || place >= keys.length) return;
    const others = keys.filter((key) => key !== column.key);
    onChoose([...others.slice(0, place), column.key, ...others.slice(place)]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging repeats what the buttons and keys of the line do
    <div
      className={classes.columnLine}
      draggable={at >= 0}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', column.key)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const key = event.dataTransfer.getData('text/plain');
        if (at < 0 || !keys.includes(key)) return;
        const others = keys.filter((other) => other !== key);
        onChoose([...others.slice(0, at), key, ...others.slice(at)]);
      }}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        moveTo(at + (event.key === 'ArrowUp' ? -1 : 1));
      }}
    >
      <Checkbox
        label={column.label}
        checked={at >= 0}
        disabled={column.always === 'always'}
        onChange={(event) =>
          onChoose(
            event.currentTarget.checked ? [...keys, column.key] : keys.filter((key) => key !== column.key),
          )
        }
      />
      <span className={classes.stays}>
        {column.always === 'always' && t('columns.always')}
        {column.sensitivity !== undefined && !leavesCommittee(column.sensitivity) && (
          <>
            <IconLock className="icon-15" /> {t('sensitivity.stays')}
          </>
        )}
        {at >= 0 && (
          <>
            <ActionIcon
              aria-label={t('columns.earlier', { column: column.label })}
              title={`${t('columns.earlier', { column: column.label })} (Alt ↑)`}
              disabled={at === 0}
              onClick={() => moveTo(at - 1)}
            >
              <IconArrowUp className="icon-15" />
            </ActionIcon>
            <ActionIcon
              aria-label={t('columns.later', { column: column.label })}
              title={`${t('columns.later', { column: column.label })} (Alt ↓)`}
              disabled={at === keys.length - 1}
              onClick={() => moveTo(at + 1)}
            >
              <IconArrowDown className="icon-15" />
            </ActionIcon>
          </>
        )}
      </span>
    </div>
  );
}
