import { createHash } from 'node:crypto';

/** What of the system's clipboard is needed here. */
interface Clipboard {
  readText(): string | Promise<string>;
  writeText(text: string): void | Promise<void>;
  clear(): void | Promise<void>;
}

/** How long a copied text stays on the clipboard, in milliseconds; the page says so. */
export const staysFor = 60_000;

/** Texts of a workspace (addresses, digits, codes) on the system's clipboard, where they do not stay. */
export interface SecretClipboard {
  copy(text: string): Promise<void>;
  /** Clears the clipboard if it still holds what was copied: a minute is over, the workspace was locked, the end. */
  clear(): Promise<void>;
}

/** Only a digest of what was copied is remembered; what somebody copied since, elsewhere, is left alone. */
export function secretClipboard(clipboard: Clipboard, stays: number = staysFor): SecretClipboard {
  let copied: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = async () => {
    clearTimeout(timer);
    const ours = copied;
    copied = null;
    if (ours !== null && digestOf(await clipboard.readText()) === ours) await clipboard.clear();
  };
  return {
    clear,
    async copy(text) {
      await clipboard.writeText(text);
      copied = digestOf(text);
      clearTimeout(timer);
      timer = setTimeout(() => void clear(), stays);
    },
  };
}

/** Windows gives lines back with a carriage return. */
function digestOf(text: string): string {
  return createHash('sha256').update(text.replace(/\r\n/g, '\n')).digest('hex');
}
