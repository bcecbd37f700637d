import { describe, expect, it } from 'vitest';
import { secretClipboard } from '../../../main/app/secret-clipboard';

/** A copied secret does not stay on the clipboard. */

/** A clipboard of this machine's memory, which tells when it was cleared. */
function aClipboard() {
  let text = '';
  let told: () => void = () => undefined;
  const cleared = new Promise<void>((resolve) => (told = resolve));
  return {
    cleared,
    readText: () => text,
    writeText: (next: string) => {
      text = next;
    },
    clear: () => {
      text = '';
      told();
    },
  };
}

const aMinute = 60_000;

describe('an address that was copied', () => {
  it('leaves the clipboard when its time is over', async () => {
    const system = aClipboard();
    await secretClipboard(system, 1).copy('awa@exemple.sn');
    await system.cleared;
    expect(system.readText()).toBe('');
  });

  it('leaves it at once when the workspace is locked or the application ends', async () => {
    const system = aClipboard();
    const clipboard = secretClipboard(system, aMinute);
    await clipboard.copy('awa@exemple.sn\nmoussa@exemple.sn');
    // As Windows gives it back.
    system.writeText('awa@exemple.sn\r\nmoussa@exemple.sn');
    await clipboard.clear();
    expect(system.readText()).toBe('');
  });

  it('is not there any more when something else was copied since: that stays', async () => {
    const system = aClipboard();
    const clipboard = secretClipboard(system, aMinute);
    await clipboard.copy('awa@exemple.sn');
    system.writeText('une recette de mafé');
    await clipboard.clear();
    expect(system.readText()).toBe('une recette de mafé');
  });
});
