import { useState } from 'react';
import type { EntityDescription, FieldDescription } from '../../../main/core/contract/fields';
import { labelOfField } from '../../app/i18n';
import { listOptions } from '../../app/lists';
import { useDraft } from '../../components/drafts/use-draft';
import { readDraft, refusalText } from '../../components/fields/draft';
import { mutable } from '../../components/sheet/record-writer';

type Values = Record<string, string | number | boolean | string[] | null>;

/**
 * The short form of a new record, kept at `place` while it is typed: properties for each input, and `read()`, which answers the values or marks the
 * fields that are wrong and answers null.
 */
export function useDraftForm(
  place: string,
  entity: EntityDescription,
  names: readonly string[],
  country: string | null,
  first: Readonly<Record<string, string>> = {},
) {
  const draft = useDraft(place, first);
  const drafts = draft.texts;
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const set = (name: string, text: string) => {
    draft.set({ [name]: text });
    setRefusals(({ [name]: _mended, ...others }) => others);
  };
  const shared = (name: string) => ({
    label: labelOfField(entity, fieldOf(entity, name)),
    error: refusals[name],
    withAsterisk: fieldOf(entity, name).required === true,
  });
  return {
    /** Its standing after an interruption, and `drop()` once it is saved or given up. */
    draft,
    /** What was typed so far and can be read, without marking what cannot. */
    typed: Object.fromEntries(
      names.flatMap((name) => {
        const answer = readDraft(fieldOf(entity, name), drafts[name] ?? '');
        return answer.ok && answer.value !== null ? [[name, mutable(answer.value)]] : [];
      }),
    ) as Values,
    read: (): Values | null => {
      const answers = names.map((name) => ({
        name,
        answer: readDraft(fieldOf(entity, name), drafts[name] ?? ''),
      }));
      const wrong = answers.flatMap(({ name, answer }) =>
        answer.ok ? [] : [[name, refusalText(fieldOf(entity, name), answer)] as const],
      );
      setRefusals(Object.fromEntries(wrong));
      if (wrong.length > 0) return null;
      return Object.fromEntries(
        answers.flatMap(({ name, answer }) =>
          answer.ok && answer.value !== null ? [[name, mutable(answer.value)]] : [],
        ),
      );
    },
    text: (name: string) => ({
      ...shared(name),
      value: drafts[name] ?? '',
      autoComplete: 'off',
      onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
        set(name, event.currentTarget.value),
    }),
    choice: (name: string) => ({
      ...shared(name),
      value: drafts[name] ?? null,
      data: listOptions(fieldOf(entity, name).list ?? '', country).map(({ code, label }) => ({
        value: code,
        label,
      })),
      onChange: (value: string | null) => set(name, value ?? ''),
    }),
  };
}

function fieldOf(entity: EntityDescription, name: string): FieldDescription {
  const field = entity.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`No field ${name} in ${entity.entity}`);
  return field;
}
