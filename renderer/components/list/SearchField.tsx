import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../Keys';

interface SearchFieldProps {
  readonly value: string;
  onChange(text: string): void;
  /** Enter or ↓: on to the list. */
  onLeave(): void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Searches while one types; `/` comes here, ↓ goes to the list, Escape empties. */
export function SearchField(props: SearchFieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      ref={props.ref}
      w="13.5rem"
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      leftSection={<IconSearch />}
      rightSection={props.value === '' ? <Keys keys={['/']} /> : null}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'ArrowDown') props.onLeave();
        else if (event.key === 'Escape' && props.value !== '') props.onChange('');
        else return;
        event.preventDefault();
      }}
    />
  );
}
