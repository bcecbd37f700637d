import { IconCheck, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Digits.module.css';
import { groupLength, type HeardGroups, nextPlace, typedInto } from './heard-digits';

interface DigitsInputProps {
  readonly legend: string;
  readonly groups: HeardGroups;
  onChange(groups: HeardGroups): void;
  /** What the last check said of each group; null before, and for a group typed anew. */
  readonly marks: readonly (boolean | null)[];
}

/** Where the digits heard on the telephone are typed, group by group; separators are ignored. */
export function DigitsInput(props: DigitsInputProps) {
  const { t } = useTranslation('packages');
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const id = useId();
  useEffect(() => fields.current[0]?.focus(), []);
  const type = (place: number, text: string) => {
    const groups = typedInto(props.groups, place, text);
    props.onChange(groups);
    const isFull = (groups[place]?.length ?? 0) === groupLength;
    if (isFull) fields.current[nextPlace(groups, place)]?.focus();
  };
  const stepBack = (place: number, event: KeyboardEvent) => {
    if (event.key !== 'Backspace' || props.groups[place] !== '' || place === 0) return;
    event.preventDefault();
    fields.current[place - 1]?.focus();
  };
  return (
    <fieldset className={classes.typed}>
      <legend>{props.legend}</legend>
      <div className={classes.fields}>
        {props.groups.map((group, place) => (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: the place of a group is what names it
            key={place}
            id={`${id}-${place}`}
            label={t('trust.digits.group', { number: place + 1 })}
            value={group}
            mark={props.marks[place] ?? null}
            onField={(field) => {
              fields.current[place] = field;
            }}
            onType={(text) => type(place, text)}
            onKeyDown={(event) => stepBack(place, event)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface GroupProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly mark: boolean | null;
  onField(field: HTMLInputElement | null): void;
  onType(text: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

function Group(props: GroupProps) {
  const { t } = useTranslation('packages');
  const { id, mark } = props;
  const word = mark === null ? 'none' : mark ? 'right' : 'wrong';
  return (
    <div className={classes.field} data-mark={word}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        ref={props.onField}
        value={props.value}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={mark === false}
        aria-describedby={`${id}-mark`}
        onChange={(event) => props.onType(event.currentTarget.value)}
        onKeyDown={props.onKeyDown}
      />
      <span id={`${id}-mark`} className={classes.mark}>
        {mark === true && (
          <>
            <IconCheck className="icon-15" /> {t('trust.digits.rightGroup')}
          </>
        )}
        {mark === false && (
          <>
            <IconX className="icon-15" /> {t('trust.digits.wrongGroup')}
          </>
        )}
      </span>
    </div>
  );
}
