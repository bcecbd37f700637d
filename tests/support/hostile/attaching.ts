import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { BuiltPackage, PackageDraft } from '../../../main/core/packages/format/build';
import type { Row } from '../../../main/core/packages/format/table-schema';
import errors from '../../../resources/locales/fr/errors.json' with { type: 'json' };
import { paper } from '../attachments/files';
import { pdf } from '../packages/attachments';
import { withAttachment } from '../packages/tampering';
import type { Forger } from './forger';
import type { Target } from './target';
import { type TwoCommittees, twoCommittees } from './two-committees';

/** Attachments that Senegal sends to a coordination: good ones, to be spoiled, and what comes of faulty ones. */

/** What is wrong with a package, the package, and the code under which it is refused. */
export type Faulty = readonly (readonly [what: string, make: () => Uint8Array, code: string])[];

/** Milliseconds that a batch of refusals may take: each file has a verifier of its own. */
export const patience = 240_000;

export const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
export const text = (content: string) => Buffer.from(content, 'utf8');

export const blobs = (...contents: Uint8Array[]): PackageDraft['blobs'] =>
  contents.map((content) => ({ role: 'attachment', content }));

export class Attaching {
  readonly target: Target;
  readonly senegal: Forger;
  readonly tunisia: Forger;
  readonly throwAway: () => void;
  #good = 0;

  private constructor({ target, senegal, tunisia, throwAway }: TwoCommittees) {
    this.target = target;
    this.senegal = senegal;
    this.tunisia = tunisia;
    this.throwAway = throwAway;
  }

  /** Both committees are enrolled, and a first report of Senegal has arrived. */
  static async begin(): Promise<Attaching> {
    const attaching = new Attaching(await twoCommittees());
    await attaching.take(attaching.senegal.next());
    return attaching;
  }

  /** The row that announces some bytes of the first organisation. */
  announced(content: Uint8Array, change: Row = {}): Row {
    return {
      sha256: sha256(content),
      ownerTable: 'organisations',
      ownerId: String(this.senegal.organisation(0).id),
      bytes: content.length,
      mediaType: 'application/pdf',
      originalName: 'statuts.pdf',
      included: true,
      ...change,
    };
  }

  report(rows: readonly Row[], carried: PackageDraft['blobs']): BuiltPackage {
    return this.senegal.next({ tables: this.senegal.tables({ attachments: rows }), blobs: carried });
  }

  /** A report that carries one PDF, to be spoiled. */
  honest(): BuiltPackage {
    return this.report([this.announced(pdf)], blobs(pdf));
  }

  /** A report that carries any bytes under any claim. */
  smuggling(content: Uint8Array, mediaType: string, originalName = 'photo.jpg'): Uint8Array {
    const row = this.announced(content, { mediaType, originalName });
    return withAttachment(this.honest(), this.senegal.holder, row, content);
  }

  /** The coordination takes a report; gives its submission. */
  async take(made: BuiltPackage): Promise<string> {
    const result = await this.target.opens(await this.senegal.sealed(made.archive));
    if (result.kind !== 'report') throw new Error(JSON.stringify(result));
    this.senegal.taken(made);
    return result.submission;
  }

  /** Each package is refused under its code, which has a sentence, and nothing of it is kept. */
  async refuses(faulty: Faulty): Promise<void> {
    const files: Uint8Array[] = [];
    for (const [, make] of faulty) files.push(await this.senegal.sealed(make()));
    const codes = await this.target.refusesEach(files);
    for (const code of codes) {
      const sentence = (errors as Readonly<Record<string, string>>)[code] ?? '';
      expect(sentence, `a sentence for ${code}`).toMatch(/^\p{Lu}.{20,}\.$/u);
    }
    const told = faulty.map(([what], index) => [what, codes[index]]);
    expect(told).toEqual(faulty.map(([what, , code]) => [what, code]));
  }

  /** Does the coordination hold these bytes? */
  holds(content: Uint8Array): Promise<boolean> {
    return this.target.read(({ blobs: kept }) => kept.has(sha256(content)));
  }

  /** What the review says of the attachments of a report: `statuts.pdf here`. */
  async states(submission: string): Promise<string[]> {
    const rows = await this.target.laptop.call('attachments.ofReport', { submission });
    return rows.map(({ fileName, state }) => `${fileName} ${state}`);
  }

  /** After every refusal the next good report is taken in with its attachment, as if nothing had been. */
  async nextGoodOneWorks(): Promise<void> {
    this.#good += 1;
    const content = paper(`suite ${this.#good}`);
    const submission = await this.take(this.report([this.announced(content)], blobs(content)));
    expect(await this.states(submission)).toEqual(['statuts.pdf here']);
  }
}
