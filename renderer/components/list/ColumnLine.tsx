import { ActionIcon, Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { leavesCommittee } from '../../../main/core/contract/fields';
import type { ListColumn } from './columns';
import classes from './Filters.module.css';

interface ColumnLineProps<Row> {
  readonly column: ListColumn<Row>;
  /** Keys of the columns shown, in their order. */
  readonly keys: readonly string[];
  onChoose(keys: readonly string[]): void;
}

/** One column: shown or not, and its place; Alt with ↑↓ or the mouse moves it. */
export function ColumnLine<Row>({ column, keys, onChoose }: ColumnLineProps<Row>) {
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
          <span className={classes.place}>
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
          </span>
        )}
      </span>
    </div>
  );
}
