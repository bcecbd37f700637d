import { fold } from '../search/fold';

/** Pure rules of passphrases, recovery codes and waiting (PACKAGES.md §2.7). */

export const minimumPassphraseLength = 10;
const strengthAccepted = 3;

export type PassphraseVerdict = 'empty' | 'too_short' | 'guessable' | 'accepted';

/**
 * At least 10 characters, not a name of the committee, of a person or a year alone, and a strength (zxcvbn 0–4) of 3 or
 * more: 10⁸ guesses, each of which scrypt makes cost a third of a second.
 */
export function judgePassphrase(
  passphrase: string,
  score: number,
  names: readonly string[],
): PassphraseVerdict {
  if (passphrase.length === 0) return 'empty';
  if ([...passphrase].length < minimumPassphraseLength) return 'too_short';
  const bare = fold(passphrase).replace(/[\d\s]+/g, '');
  const known = names.map((name) => fold(name).replace(/[\d\s]+/g, ''));
  if (known.some((name) => name !== '' && bare === name)) return 'guessable';
  return score < strengthAccepted ? 'guessable' : 'accepted';
}

/** Seconds to wait after this many wrong passphrases in a row: none for the first three, then doubling to five minutes. */
export function secondsToWait(failures: number): number {
  return failures < 3 ? 0 : Math.min(300, 2 ** (failures - 2));
}

/** The recovery code as printed: six groups of four digits and a check of two. */
export interface RecoveryCode {
  readonly groups: readonly string[];
  readonly check: string;
}

/** Makes a code out of random bytes; digits are taken without bias (bytes over 249 are skipped). */
export function makeRecoveryCode(random: (length: number) => Uint8Array): RecoveryCode {
  let digits = '';
  while (digits.length < 24) {
    for (const byte of random(32)) {
      if (byte < 250 && digits.length < 24) digits += String(byte % 10);
    }
  }
  return { groups: digits.match(/.{4}/g) ?? [], check: checkOf(digits) };
}

/**
 * Reads a typed code (any separators, Arabic-Indic digits too). Gives its 24 digits, or null when the check says that
 * a digit was mistyped.
 */
export function readRecoveryCode(typed: string): string | null {
  const digits = westernDigits(typed).replace(/\D/g, '');
  if (digits.length !== 26) return null;
  const code = digits.slice(0, 24);
  return checkOf(code) === digits.slice(24) ? code : null;
}

/** Arabic-Indic and Persian digits as 0–9. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/** ISO 7064 MOD 97-10, as in bank account numbers: catches any one wrong digit and any exchange of two. */
function checkOf(digits: string): string {
  let rest = 0;
  for (const digit of `${digits}00`) rest = (rest * 10 + Number(digit)) % 97;
  return String(98 - rest).padStart(2, '0');
}

/** A folder that a service copies behind the application's back, or a network share: B10. */
export function isSynchronised(folder: string): boolean {
  return (
    /(^|[\\/])(OneDrive|Dropbox|Google Drive|GoogleDrive|iCloudDrive|Mobile Documents|Nextcloud|pCloud)([^\\/]*)([\\/]|$)/i.test(
      folder,
    ) || folder.startsWith('\\\\')
  );
}
