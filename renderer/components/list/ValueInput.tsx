import { Select, TagsInput, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDescription, FieldValue } from '../../../main/core/contract/fields';
import { listOptions } from '../../app/lists';
import { useWorkspace } from '../../app/workspace';
import { SearchMultiSelect } from '../choice/SearchMultiSelect';
import { SearchSelect } from '../choice/SearchSelect';
import { draftOf, readDraft, refusalText } from '../fields/draft';
import { useLabels } from '../fields/LabelsField';
import classes from './EditMany.module.css';

interface ValueInputProps {
  readonly field: FieldDescription;
  readonly label: string;
  readonly value: FieldValue;
  readonly className?: string;
  /** `focus`: the keyboard goes here when it appears. */
  readonly arrival?: 'focus' | 'none';
  onChange(value: FieldValue): void;
}

/** A value that is given to many records, typed or chosen as the field asks for. */
export function ValueInput(props: ValueInputProps) {
  const { field, label, value, className = '' } = props;
  const { t } = useTranslation();
  const { country } = useWorkspace();
  const labels = useLabels();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (props.arrival === 'focus') input.current?.focus();
  }, [props.arrival]);
  const codes = Array.isArray(value) ? [...(value as readonly string[])] : [];
  const options =
    field.list === undefined
      ? []
      : listOptions(field.list, country).map(({ code, label: word }) => ({ value: code, label: word }));
  switch (field.type) {
    case 'flag':
      return (
        <Select
          label={label}
          className={className}
          data={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          value={value === null ? null : String(value)}
          onChange={(next) => props.onChange(next === null ? null : next === 'true')}
        />
      );
    case 'choice':
      return (
        <SearchSelect
          label={label}
          className={className}
          data={options}
          value={typeof value === 'string' ? value : null}
          onChange={props.onChange}
        />
      );
    case 'choices':
      return (
        <SearchMultiSelect
          label={label}
          className={className}
          classNames={{ input: classes.several ?? '' }}
          data={options}
          value={codes}
          onChange={props.onChange}
        />
      );
    case 'labels':
      return (
        <TagsInput
          label={label}
          className={className}
          classNames={{ input: classes.several ?? '' }}
          data={[...labels]}
          ref={input}
          value={codes}
          splitChars={[',', ';']}
          placeholder={codes.length > 0 ? '' : t('labels.placeholder')}
          onChange={props.onChange}
        />
      );
    default:
      return <TypedInput {...props} />;
  }
}

function TypedInput({ field, label, value, className = '', onChange }: ValueInputProps) {
  const [draft, setDraft] = useState(draftOf(field, value));
  const read = readDraft(field, draft);
  return (
    <TextInput
      label={label}
      className={className}
      value={draft}
      dir="auto"
      error={read.ok || draft === '' ? null : refusalText(field, read)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        const next = readDraft(field, text);
        onChange(next.ok ? next.value : null);
      }}
    />
  );
}
