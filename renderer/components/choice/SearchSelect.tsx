import { type ComboboxItem, type ComboboxParsedItem, Select, type SelectProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice, type ChoiceGroup, matching, matchingGroups } from './matching';
import { useTypedChoice } from './typed-choice';

interface SearchSelectProps
  extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchable' | 'filter' | 'onSearchChange'> {
  readonly data: readonly Choice[] | readonly ChoiceGroup[];
  readonly value: string | null;
  onChange(value: string | null): void;
  /** `as_given`: the choices were already looked for by what is typed. */
  readonly order?: 'best_first' | 'as_given';
  readonly answer?: 'here' | 'coming';
  onType?(text: string): void;
}

/** A list to choose one of by typing: see `useTypedChoice`. Nothing typed keeps what was chosen. */
export function SearchSelect(props: SearchSelectProps) {
  const { data, value, onChange, order = 'best_first', answer = 'here', onType, error, ...others } = props;
  const { t } = useTranslation();
  const [list, setList] = useState<'open' | 'closed'>('closed');
  const chosen = flat(data).find((choice) => choice.value === value)?.label ?? '';
  const [search, setSearch] = useState(chosen);
  const typed = useTypedChoice({
    matches: (text) => {
      if (order === 'as_given') return flat(data).filter((one) => one.value !== value);
      return isGrouped(data) ? flat(matchingGroups(data, text)) : matching(data, text);
    },
    answer,
    onType,
    restore: () => setSearch(chosen),
    take: (choice) => {
      setList('closed');
      if (choice.value !== value) onChange(choice.value);
    },
  });
  return (
    <Select
      nothingFoundMessage={t('nothingFound')}
      allowDeselect={false}
      {...others}
      {...typed.input}
      data={isGrouped(data) ? data.map(({ group, items }) => ({ group, items: [...items] })) : [...data]}
      value={value}
      onChange={onChange}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      selectFirstOptionOnChange={typed.typed !== null && answer === 'here'}
      filter={({ options, search: wanted }) => (order === 'as_given' ? options : filtered(options, wanted))}
      dropdownOpened={list === 'open'}
      onDropdownOpen={() => setList('open')}
      onDropdownClose={() => setList('closed')}
      onOptionSubmit={typed.letGo}
      error={typed.sentence ?? error}
    />
  );
}

function isGrouped(data: readonly Choice[] | readonly ChoiceGroup[]): data is readonly ChoiceGroup[] {
  const [first] = data;
  return first !== undefined && 'group' in first;
}

function flat(data: readonly Choice[] | readonly ChoiceGroup[]): readonly Choice[] {
  return isGrouped(data) ? data.flatMap(({ items }) => items) : data;
}

function filtered(options: ComboboxParsedItem[], search: string): ComboboxParsedItem[] {
  return options.some((option) => 'group' in option)
    ? (matchingGroups(options as ChoiceGroup<ComboboxItem>[], search) as ComboboxParsedItem[])
    : matching(options as ComboboxItem[], search);
}
