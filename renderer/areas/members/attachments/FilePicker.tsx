import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';

interface FilePickerProps {
  readonly label: string;
  /** What is read aloud, when the words beside the button say more than its label. */
  readonly fullLabel?: string;
  readonly many: 'one' | 'several';
  onChoose(files: readonly File[]): void;
}

/** A button that opens the system's dialog; the page reads what the person chose there and nothing else. */
export function FilePicker(props: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconPaperclip />}
        aria-label={props.fullLabel}
        onClick={() => input.current?.click()}
      >
        {props.label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={props.many === 'several'}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) props.onChoose(files);
        }}
      />
    </>
  );
}
