// biome-ignore-all lint/a11y/useSemanticElements: a list of two-line options with a cursor; no native element has it
// biome-ignore-all lint/a11y/useFocusableInteractive: the list holds the focus and names the option at the cursor
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are those of the list
import { Button } from '@mantine/core';
import { type KeyboardEvent, type Ref, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicatePair } from '../../../../main/core/contract/members/duplicate-operations';
import { percentText } from '../../../app/formats';
import { listLabel } from '../../../app/lists';
import { useWorkspace } from '../../../app/workspace';
import classes from './Duplicates.module.css';
import { levelText, reasonsText } from './likeness';

interface PairListProps {
  readonly pairs: readonly DuplicatePair[];
  readonly total: number;
  /** Place of the pair that is looked at; -1 for none of them. */
  readonly cursor: number;
  onCursor(place: number): void;
  /** Enter: on to the values of the pair. */
  onEnter(): void;
  onApart(): void;
  onMore(): void;
  readonly ref?: Ref<HTMLDivElement>;
}

/** The pairs by score: two names, how alike, and why. */
export function PairList(props: PairListProps) {
  const { t } = useTranslation('duplicates');
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const moves: Record<string, number> = {
      ArrowDown: props.cursor + 1,
      ArrowUp: props.cursor - 1,
      Home: 0,
      End: props.pairs.length - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) props.onCursor(Math.max(0, Math.min(props.pairs.length - 1, target)));
    else if (event.key === 'Enter') props.onEnter();
    else if (event.key === 'd' || event.key === 'D') props.onApart();
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.pairs}>
      <div
        ref={props.ref}
        role="listbox"
        className={classes.listbox}
        aria-label={t('pairs')}
        aria-activedescendant={props.cursor >= 0 ? `${id}-${props.cursor}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {props.pairs.map((pair, place) => (
          <PairLine
            key={pair.records.map((record) => record.id).join(' ')}
            id={`${id}-${place}`}
            pair={pair}
            selected={place === props.cursor ? 'yes' : 'no'}
            onChoose={() => props.onCursor(place)}
          />
        ))}
      </div>
      {props.pairs.length < props.total && (
        <Button variant="subtle" onClick={props.onMore}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function PairLine(props: {
  readonly id: string;
  readonly pair: DuplicatePair;
  readonly selected: 'yes' | 'no';
  onChoose(): void;
}) {
  const { pair, selected } = props;
  const line = useRef<HTMLDivElement>(null);
  const { role } = useWorkspace();
  useEffect(() => {
    if (selected === 'yes') line.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <div
      ref={line}
      id={props.id}
      role="option"
      aria-selected={selected === 'yes'}
      className={classes.pair}
      onClick={props.onChoose}
    >
      <div className={classes.pairNames}>
        {pair.records.map((record) => (
          <div key={record.id} className="truncate">
            <bdi>{record.title}</bdi>
            {role === 'coordination' && (
              <span className="quiet"> · {listLabel('countries', record.committee)}</span>
            )}
          </div>
        ))}
      </div>
      <div className={classes.pairScore}>
        <span className="figures">{percentText(pair.score)}</span>
        <span className={classes.level}>{levelText(pair.score)}</span>
      </div>
      <div className={`${classes.why} truncate`}>{reasonsText(pair)}</div>
    </div>
  );
}
