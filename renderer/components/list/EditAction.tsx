import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FieldDescription, holdsSeveral } from '../../../main/core/contract/fields';
import type { ListEdit } from '../../../main/core/contract/records/lists';

/** What is done with the value: it replaces, is added, is removed, or the field is emptied, as the field allows. */
export function EditAction(props: {
  readonly field: FieldDescription;
  readonly action: ListEdit['action'];
  onChange(action: ListEdit['action']): void;
}) {
  const { t } = useTranslation();
  const { field } = props;
  const actions: readonly ListEdit['action'][] = [
    ...(holdsSeveral(field) ? (['add', 'remove'] as const) : []),
    'set',
    ...(field.required === true ? [] : (['clear'] as const)),
  ];
  if (actions.length === 1) return null;
  return (
    <SegmentedControl
      aria-label={t('edit.action')}
      value={props.action}
      onChange={(chosen) => {
        const action = actions.find((one) => one === chosen);
        if (action !== undefined) props.onChange(action);
      }}
      data={actions.map((action) => ({ value: action, label: t(`edit.actions.${action}`) }))}
    />
  );
}
