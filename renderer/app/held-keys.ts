/**
 * What is typed between a shortcut and the field that it opens: a page takes a moment to draw the field, and on a slow
 * laptop several keys come before. They are held and given to the field when it has the keyboard.
 */

/** Without a field after this long, in milliseconds, the keys are let go: the shortcut opened none. */
const patience = 3_000;

let held: string[] | null = null;
let ending: ReturnType<typeof setTimeout> | undefined;

/** Begins to hold keys, until a field gets the keyboard. Call it where a shortcut opens a field. */
export function holdKeys(): void {
  if (held !== null) return;
  held = [];
  window.addEventListener('keydown', hold, true);
  window.addEventListener('focusin', giveToField, true);
  ending = setTimeout(stop, patience);
}

function stop(): void {
  held = null;
  clearTimeout(ending);
  window.removeEventListener('keydown', hold, true);
  window.removeEventListener('focusin', giveToField, true);
}

const taken: ReadonlySet<string> = new Set(['Enter', 'Backspace', 'ArrowDown', 'ArrowUp']);

function hold(event: KeyboardEvent): void {
  const isTyped = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!event.isTrusted || event.isComposing || !(isTyped || taken.has(event.key))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  held?.push(event.key);
}

function giveToField({ target }: FocusEvent): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  const keys = held ?? [];
  stop();
  // What the field does on arrival (marking its text) comes first.
  queueMicrotask(() => {
    for (const key of keys) type(target, key);
  });
}

/** Types a key into a field as the keyboard would. */
function type(field: HTMLInputElement | HTMLTextAreaElement, key: string): void {
  if (key.length === 1) document.execCommand('insertText', false, key);
  else if (key === 'Backspace') document.execCommand('delete');
  else field.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }));
}
