import { TagsInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../app/calls';
import { wordError } from '../../app/errors';
import type { FieldEditorProps } from './FieldEditor';
import classes from './Fields.module.css';
import { useImmediateSave } from './immediate-save';
import { Refusal } from './Refusal';

/** Labels in use in both lists, the most used first. */
export function useLabels(): readonly string[] {
  const organisations = useAnswer('lists.labels', { list: 'organisations' }).data;
  const persons = useAnswer('lists.labels', { list: 'persons' }).data;
  return useMemo(
    () => [...new Set([...(organisations ?? []), ...(persons ?? [])].map(({ label }) => label))],
    [organisations, persons],
  );
}

/** Free labels: those in use are proposed, a new one is typed. */
export function LabelsField(props: FieldEditorProps) {
  const { t } = useTranslation();
  const { refused, save } = useImmediateSave(props.onSave);
  const labels = Array.isArray(props.value) ? [...(props.value as readonly string[])] : [];
  return (
    <div className={classes.value} data-in-place>
      <TagsInput
        id={props.id}
        aria-label={props.label}
        data={[...useLabels()]}
        value={labels}
        onChange={save}
        splitChars={[',', ';']}
        placeholder={labels.length > 0 ? '' : t('labels.placeholder')}
        error={refused !== null}
        maxDropdownHeight={280}
        classNames={{ input: classes.inPlace ?? '', pill: classes.pill ?? '' }}
      />
      {refused !== null && <Refusal sentence={wordError(refused).sentence} />}
    </div>
  );
}
