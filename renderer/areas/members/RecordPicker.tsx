import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../app/calls';
import { SearchSelect } from '../../components/choice/SearchSelect';
import classes from '../../components/fields/Fields.module.css';

/** Inside a table: no border until the pointer or the focus is there. */
const inPlace = { input: classes.inPlace ?? '', section: classes.section ?? '' };

interface RecordPickerProps {
  readonly of: 'organisations' | 'persons';
  readonly label: string;
  readonly value: string | null;
  /** Name of the chosen record, shown before anything was searched. */
  readonly name?: string | null;
  onChoose(id: string | null): void;
  readonly focus?: 'at_once' | 'later';
  /** Shows no label above the field, only to assistive technology. */
  readonly dress?: 'labelled' | 'bare';
}

/** Chooses an existing organisation or person by any word of its name. */
export function RecordPicker(props: RecordPickerProps) {
  const { t } = useTranslation(['members', 'common']);
  const [typed, setTyped] = useState('');
  const [searched] = useDebouncedValue(typed.trim(), 120);
  const found = useAnswer(
    'members.find',
    { text: searched, limit: 20 },
    { ask: searched === '' ? 'later' : 'now', meanwhile: 'previous' },
  );
  const hits = (found.data ?? [])
    .filter((hit) => hit.entity === props.of)
    .map((hit) => ({ value: hit.id, label: hit.title }));
  const chosen =
    props.value !== null && props.name && !hits.some((hit) => hit.value === props.value)
      ? [{ value: props.value, label: props.name }]
      : [];
  const isBare = props.dress === 'bare';
  const placeholder = props.of === 'persons' ? t('picker.person') : t('persons.searchOrganisation');
  return (
    <SearchSelect
      {...(isBare
        ? { 'aria-label': props.label, classNames: inPlace, placeholder: '—' }
        : { label: props.label, placeholder })}
      data={[...hits, ...chosen]}
      value={props.value}
      onChange={props.onChoose}
      onType={setTyped}
      order="as_given"
      answer={typed.trim() === searched && !found.isFetching ? 'here' : 'coming'}
      clearable={props.value !== null}
      clearButtonProps={{ 'aria-label': t('common:clearField', { field: props.label }) }}
      nothingFoundMessage={searched === '' ? t('persons.typeToSearch') : t('common:nothingFound')}
      autoFocus={props.focus === 'at_once'}
    />
  );
}
