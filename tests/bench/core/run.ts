import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fullCost } from '../../../db/keys';
import { asCommittee, asCoordination, Laptop, passphrase } from '../../support/laptop';
import type { Measure } from '../measure';
import { hundredThousand, measureLists, registerOf } from './list';
import { enrolledParties, measureImport, measureWriting } from './packages';
import { measureSpreadsheetImport, tellPeak } from './spreadsheets';
import { scryptMilliseconds } from './timing';

/** What the measures of the core leave for those of the window. */
export interface CoreResults {
  readonly measures: readonly Measure[];
  /** Milliseconds of the product's key derivation here, to be left out of what follows an unlock. */
  readonly scrypt: number;
  /** A signed report that the coordination has not opened yet. */
  readonly report: string;
  /** Of every workspace. */
  readonly passphrase: string;
}

/**
 * Entry: runs inside Electron's Node. Arguments: the folder to work in, where it leaves `results.json`; then, in the
 * processes whose memory is measured, the one part they do.
 */
const [, , folder, part] = process.argv;
if (folder === undefined || process.versions.electron === undefined) {
  throw new Error('These measures run in Electron, with the folder they may fill as their argument');
}
/** The registers whose lists are scrolled in the window, by the names of their folders. */
const scrolledRegisters = { tenThousand: 10_000, hundred: 100 } as const;
const built = {
  verifierScript: path.resolve('out/main/verifier.js'),
  sheetReaderScript: path.resolve('out/main/sheet-reader.js'),
};
if (part === 'import' || part === 'raw') await tellPeak(part, folder, built);
else await measureAll(folder);

async function measureAll(folder: string): Promise<void> {
  const large = new Laptop(path.join(folder, 'large'), { ...built, keyCost: fullCost.N });
  await registerOf(large, hundredThousand);
  const measures = await measureLists(large);
  for (const [name, count] of Object.entries(scrolledRegisters)) {
    await registerOf(new Laptop(path.join(folder, name), built), count);
  }

  const committee = await asCommittee(new Laptop(path.join(folder, 'committee'), built), 'TN');
  const coordination = await asCoordination(new Laptop(path.join(folder, 'coordination'), built));
  const parties = await enrolledParties(committee, coordination);
  const { measures: written, files } = await measureWriting(parties);
  const [report = ''] = files;
  measures.push(...written, ...(await measureImport(parties, report)));
  measures.push(...(await measureSpreadsheetImport(path.join(folder, 'spreadsheets'), built)));

  const results: CoreResults = { measures, scrypt: await scryptMilliseconds(fullCost.N), report, passphrase };
  writeFileSync(path.join(folder, 'results.json'), JSON.stringify(results));
}
