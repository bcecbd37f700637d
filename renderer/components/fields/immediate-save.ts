import { useState } from 'react';
import type { FieldValue } from '../../../main/core/contract/fields';

/** Saves at once what was chosen, and keeps the refusal to show it under the field. */
export function useImmediateSave(onSave: (value: FieldValue) => Promise<void>) {
  const [refused, setRefused] = useState<unknown>(null);
  const save = (value: FieldValue) => {
    setRefused(null);
    onSave(value).catch(setRefused);
  };
  return { refused, save };
}
