import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fullCost } from '../../../db/keys';
import { asCommittee, asCoordination, Laptop, passphrase } from '../../support/laptop';
import type { Measure } from '../measure';
import { largeRegister, measureLists } from './list';
import { enrolledParties, measureImport, measureWriting } from './packages';
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

/** Entry: runs inside Electron's Node. Arguments: the folder to work in. Leaves `results.json` there. */
const folder = process.argv[2];
if (folder === undefined || process.versions.electron === undefined) {
  throw new Error('These measures run in Electron, with the folder they may fill as their argument');
}
const built = { verifierScript: path.resolve('out/main/verifier.js') };

const large = new Laptop(path.join(folder, 'large'), { ...built, keyCost: fullCost.N });
await largeRegister(large);
const measures = await measureLists(large);

const committee = await asCommittee(new Laptop(path.join(folder, 'committee'), built), 'TN');
const coordination = await asCoordination(new Laptop(path.join(folder, 'coordination'), built));
const parties = await enrolledParties(committee, coordination);
const { measure, files } = await measureWriting(parties);
const [report = ''] = files;
measures.push(measure, ...(await measureImport(parties, report)));

const results: CoreResults = { measures, scrypt: await scryptMilliseconds(fullCost.N), report, passphrase };
writeFileSync(path.join(folder, 'results.json'), JSON.stringify(results));
