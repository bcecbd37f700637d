import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface RemarkEditorProps {
  /** The record that is remarked upon. */
  readonly title: string;
  readonly text: string;
  onChange(text: string): void;
  /** The field was left. */
  onEnd(): void;
  /** Escape or Ctrl+Enter: back to the list. */
  onLeave(): void;
}

/** Where a remark is typed, in the list itself; it is kept while one types, Escape goes back to the list. */
export function RemarkEditor(props: RemarkEditorProps) {
  const { t } = useTranslation('consolidation');
  return (
    <Textarea
      mt={4}
      aria-label={t('review.remarkOn', { title: props.title })}
      placeholder={t('review.remarkPlaceholder')}
      minRows={2}
      maxRows={8}
      maxLength={5_000}
      dir="auto"
      autoFocus
      value={props.text}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onBlur={props.onEnd}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && !(event.key === 'Enter' && event.ctrlKey)) return;
        event.preventDefault();
        event.stopPropagation();
        props.onLeave();
      }}
    />
  );
}
