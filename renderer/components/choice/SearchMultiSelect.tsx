import { type ComboboxItem, MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice, matching } from './matching';
import { useTypedChoice } from './typed-choice';

interface SearchMultiSelectProps
  extends Omit<
    MultiSelectProps,
    'data' | 'value' | 'onChange' | 'searchable' | 'filter' | 'searchValue' | 'onSearchChange'
  > {
  readonly data: readonly Choice[];
  readonly value: readonly string[];
  onChange(value: string[]): void;
}

/** A list to choose several of by typing: see `useTypedChoice`. */
export function SearchMultiSelect(props: SearchMultiSelectProps) {
  const { data, value, onChange, error, ...others } = props;
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const typed = useTypedChoice({
    matches: (text) =>
      matching(
        data.filter((choice) => !value.includes(choice.value)),
        text,
      ),
    answer: 'here',
    restore: () => setSearch(''),
    take: (choice) => {
      setSearch('');
      onChange([...value, choice.value]);
    },
  });
  return (
    <MultiSelect
      nothingFoundMessage={t('nothingFound')}
      hidePickedOptions
      {...others}
      {...typed.input}
      data={[...data]}
      value={[...value]}
      onChange={onChange}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      selectFirstOptionOnChange={typed.typed !== null}
      filter={({ options, search: wanted }) => matching(options as ComboboxItem[], wanted)}
      onOptionSubmit={typed.letGo}
      error={typed.sentence ?? error}
    />
  );
}
