import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../../main/core/contract/values';
import { root } from './launch';

/**
 * The words a page shows in a language, from the files the page itself reads: `say('workspace', 'who.title')`.
 * Values stand where the text names them.
 */
export function wordsIn(language: Language) {
  return (namespace: string, key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const file = path.join(root, 'resources', 'locales', language, `${namespace}.json`);
    let found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    for (const part of key.split('.'))
      found = (found as Readonly<Record<string, unknown>> | undefined)?.[part];
    if (typeof found !== 'string') throw new Error(`No text ${namespace}:${key} in ${language}`);
    return found.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ''));
  };
}

export type Words = ReturnType<typeof wordsIn>;
