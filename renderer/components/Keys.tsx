import { Kbd } from '@mantine/core';

/** A key beside the gesture it does. */
export function Keys(props: { readonly keys: readonly string[] }) {
  return (
    <Kbd size="xs" dir="ltr" aria-hidden="true">
      {props.keys.join(' ')}
    </Kbd>
  );
}
