import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityDescription, FieldDescription, FieldValue } from '../../../../main/core/contract/fields';
import type { Take } from '../../../../main/core/contract/members/duplicate-operations';
import { currentLanguage, directionOf, labelOfField } from '../../../app/i18n';
import { DroppedValue, KeptValue } from '../../../components/Difference';
import { fieldText } from '../../../components/fields/field-text';
import classes from './Duplicates.module.css';
import { takesOf } from './merge-fields';

interface FieldChoiceProps {
  readonly description: EntityDescription;
  readonly field: FieldDescription;
  /** The value of the record kept, and that of the other. */
  readonly values: readonly [FieldValue, FieldValue];
  readonly take: Take;
  onTake(take: Take): void;
}

/**
 * One field of a merge: the value that stays on mark, the one that goes struck. ←→ choose, ↑↓ go to the field before
 * and after.
 */
export function FieldChoice(props: FieldChoiceProps) {
  const { t } = useTranslation('duplicates');
  const id = useId();
  const takes = takesOf(props.field);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const along = directionOf(currentLanguage()) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      neighbour(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)?.focus();
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const place = takes.indexOf(props.take) + (event.key === along ? 1 : -1);
      const take = takes[Math.max(0, Math.min(takes.length - 1, place))];
      if (take !== undefined) {
        props.onTake(take);
        event.currentTarget.querySelector<HTMLInputElement>(`input[value="${take}"]`)?.focus();
      }
    } else return;
    event.preventDefault();
  };
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      className={classes.field}
      data-choice="yes"
      onKeyDown={onKeyDown}
    >
      <div id={`${id}-label`} className={classes.fieldLabel}>
        {labelOfField(props.description, props.field)}
      </div>
      {takes.map((take) => (
        <label key={take} className={classes.option} data-take={take}>
          <input
            type="radio"
            name={id}
            value={take}
            checked={props.take === take}
            onChange={() => props.onTake(take)}
          />
          {take === 'both' ? (
            <span className={props.take === 'both' ? classes.bothChosen : undefined}>{t('pane.both')}</span>
          ) : (
            <Value {...props} side={take} />
          )}
        </label>
      ))}
    </div>
  );
}

function Value(props: FieldChoiceProps & { readonly side: 'kept' | 'other' }) {
  const { t } = useTranslation('duplicates');
  const text = fieldText(props.field, props.values[props.side === 'kept' ? 0 : 1]) ?? t('pane.empty');
  const stays = props.take === props.side || props.take === 'both';
  return (
    <span>
      <VisuallyHidden>{t(`pane.${props.side}`)}</VisuallyHidden>
      {stays ? <KeptValue>{text}</KeptValue> : <DroppedValue>{text}</DroppedValue>}
    </span>
  );
}

function neighbour(group: HTMLElement, step: 1 | -1): HTMLInputElement | null {
  const groups = [...document.querySelectorAll<HTMLElement>('[data-choice="yes"]')];
  const next = groups[groups.indexOf(group) + step];
  return next?.querySelector<HTMLInputElement>('input:checked') ?? null;
}
