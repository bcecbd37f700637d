import { Textarea } from '@mantine/core';
import { IconCircleDashed } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordError } from '../../app/errors';
import { keepDraft } from '../drafts/draft-keeper';
import { Resumed } from '../drafts/Resumed';
import { useFoundDraft } from '../drafts/use-draft';
import { assumedText, draftOf, type ReadDraft, readDraft, readSheetDraft, refusalText } from './draft';
import type { FieldEditorProps } from './FieldEditor';
import classes from './Fields.module.css';
import { fieldText, readsLeftToRight } from './field-text';
import { Refusal } from './Refusal';

/**
 * A field that is typed: leaving it or Enter writes it, Escape restores it, and a value that cannot be stands until
 * it is mended, with its reason.
 */
export function TypedField(props: FieldEditorProps) {
  const { field } = props;
  const typed = useTyped(props);
  const missing = field.expected === true && typed.draft === '' && !typed.isFocused;
  const reasonId = `${props.id}-reason`;
  const shared = {
    id: props.id,
    value: typed.draft,
    'aria-invalid': typed.refusal !== null,
    'aria-describedby': typed.refusal === null ? undefined : reasonId,
    'data-unsaved': typed.isUnsaved ? 'yes' : undefined,
    placeholder: missing || field.expected === true ? '' : '—',
    spellCheck: false,
    autoComplete: 'off',
    onFocus: typed.onFocus,
    onBlur: typed.onBlur,
    onKeyDown: typed.onKeyDown,
  };
  return (
    <div className={classes.value} data-in-place>
      {field.type === 'text' ? (
        <Textarea
          {...shared}
          maxRows={14}
          dir="auto"
          classNames={{ input: classes.inPlace ?? '' }}
          onChange={(event) => typed.change(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          className={`${classes.inPlace} ${classes.line}`}
          inputMode={inputModeOf(field)}
          dir={field.type === 'arabic' ? 'rtl' : readsLeftToRight(field) ? 'ltr' : 'auto'}
          lang={field.type === 'arabic' ? 'ar' : undefined}
          data-type={field.type}
          onChange={(event) => typed.change(event.currentTarget.value)}
        />
      )}
      {missing && <Missing />}
      {typed.isResumed && typed.refusal === null && (
        <Resumed onKeep={typed.commit} onDiscard={typed.restore} />
      )}
      {typed.said !== null && (
        <span className="quiet" role="status">
          {typed.said}
        </span>
      )}
      {typed.refusal !== null && (
        <Refusal id={reasonId} sentence={typed.refusal} restores={fieldText(field, props.value)} />
      )}
    </div>
  );
}

/** The keys that a touch screen offers first. */
function inputModeOf(field: FieldEditorProps['field']): 'numeric' | 'decimal' | 'text' {
  if (field.type === 'decimal') return 'decimal';
  return field.type === 'count' || field.type === 'year' ? 'numeric' : 'text';
}

/** Where something expected is not filled in yet. */
export function Missing() {
  const { t } = useTranslation();
  return (
    <span className={classes.missing} aria-hidden="true">
      <IconCircleDashed className="icon-15" /> {t('field.toFill')}
    </span>
  );
}

function useTyped(props: FieldEditorProps) {
  const { field, value } = props;
  const { place, key } = props.draft;
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [isFocused, setFocused] = useState(false);
  const latest = useRef<string | null>(null);
  const stored = draftOf(field, value);
  const found = useFoundDraft(props.draft);
  const resumed = found !== null && found.trim() !== stored.trim() ? found : null;
  const draft = typed ?? resumed;

  const setDraft = (text: string | null) => {
    latest.current = text;
    setTyped(text);
    if (text !== null || found !== null) keepDraft(place, { [key]: text });
  };
  const restore = () => {
    setDraft(null);
    setRefusal(null);
  };
  const write = async (read: Extract<ReadDraft, { readonly ok: true }>, written: string) => {
    try {
      await (read.also === undefined || props.onSaveSeveral === undefined
        ? props.onSave(read.value)
        : props.onSaveSeveral({ [field.name]: read.value, ...read.also }));
      setSaid(read.said === undefined ? null : assumedText(read.said));
      if (latest.current === written || latest.current === null) setDraft(null);
    } catch (error) {
      setRefusal(wordError(error).sentence);
    }
  };
  const commit = () => {
    if (draft === null) return;
    if (draft.trim() === stored.trim()) return restore();
    const read = (props.onSaveSeveral === undefined ? readDraft : readSheetDraft)(field, draft);
    if (!read.ok) return setRefusal(refusalText(field, read));
    setRefusal(null);
    void write(read, draft);
  };

  return {
    draft: draft ?? stored,
    refusal,
    said,
    isFocused,
    /** What stands there was typed before an interruption, and nothing since. */
    isResumed: typed === null && resumed !== null,
    commit,
    restore,
    isUnsaved: draft !== null && draft !== stored,
    change: (text: string) => {
      setDraft(text);
      setRefusal(null);
      setSaid(null);
    },
    onFocus: () => setFocused(true),
    onBlur: () => {
      setFocused(false);
      // What an interruption left is saved when somebody says so, not by passing through.
      if (typed !== null) commit();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && (draft !== null || refusal !== null)) {
        event.stopPropagation();
        restore();
      } else if (event.key === 'Enter' && (field.type !== 'text' || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        commit();
      }
    },
  };
}
