import 'xlsx';

/** Parts of SheetJS that its types leave out: reading an archive that is open already. */
declare module 'xlsx' {
  /** Parts by their paths, as `CFB` holds them. */
  export interface PartContainer {
    readonly FullPaths: readonly string[];
  }
  export function parse_zip(container: PartContainer, options: ParsingOptions): WorkBook;
  export function parse_xlscfb(container: PartContainer, options: ParsingOptions): WorkBook;
}
