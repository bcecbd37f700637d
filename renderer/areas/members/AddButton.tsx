import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';

/** Adds a line to a table of a sheet; stands at the end of the section's head. */
export function AddButton(props: { readonly label: string; onClick(): void }) {
  return (
    <Button variant="subtle" leftSection={<IconPlus />} onClick={props.onClick}>
      {props.label}
    </Button>
  );
}
