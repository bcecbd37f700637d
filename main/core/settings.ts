import type { Language } from './contract/values';

/** What the edge (window, tool, test) gives the core when it starts. Structured-cloneable: it crosses to the worker. */
export interface CoreSettings {
  /** Folder of this installation: list of workspaces, installation secret, language. */
  readonly profileFolder: string;
  /** Where new workspaces are proposed. */
  readonly documentsFolder: string;
  readonly migrationsFolder: string;
  /** Path of the bundled second worker that verifies packages without database or keys. */
  readonly verifierScript: string;
  /** Path of the bundled worker that reads spreadsheets, likewise. */
  readonly sheetReaderScript: string;
  readonly appVersion: string;
  readonly systemLanguage: Language;
  /** Fixed instant (ms) and seed for the demo and for tests; null = the laptop's clock and randomness. */
  readonly fixed: { readonly now: number; readonly seed: string } | null;
  /** scrypt's N; 131072 in the product (PACKAGES.md §2.7). */
  readonly keyCost: number;
}
