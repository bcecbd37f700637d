/**
 * A passphrase as it is meant: composed, plain blanks (AltGr or Option held makes others), none at its ends. What is
 * new is made of this form; see `formsOfPassphrase` for what was made before.
 */
export function plainPassphrase(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .trim();
}

/** What opens: the plain form, then the one typed, of which workspaces and root keys of former versions were made. */
export function formsOfPassphrase(typed: string): readonly string[] {
  const plain = plainPassphrase(typed);
  return plain === typed.normalize('NFC') ? [plain] : [plain, typed];
}
