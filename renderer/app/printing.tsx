import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { call } from './calls';

/**
 * Printing: a page hands over what goes on paper, which is laid out beside the application and is all that the
 * printer or the PDF sees.
 */
interface Printing {
  /** Opens the system's print dialog on this content. */
  print(content: ReactNode): Promise<'printed' | 'cancelled'>;
  /** Asks where, then writes the PDF; answers the file's name, or null when the user gave up. */
  savePdf(content: ReactNode, suggestedName: string, page?: PaperSide): Promise<string | null>;
  /** What Ctrl+P does on this page; answers how to take it back. */
  offer(print: () => void): () => void;
  printPage(): void;
}

export type PaperSide = 'portrait' | 'landscape';

const PrintingContext = createContext<Printing | null>(null);

export function PrintingProvider(props: { readonly children: ReactNode }) {
  const [paper, setPaper] = useState<ReactNode>(null);
  const offered = useRef<(() => void)[]>([]);
  const printing = useMemo<Printing>(
    () => ({
      print: async (content) => {
        flushSync(() => setPaper(content));
        try {
          return (await call('shell.print', {})).outcome;
        } finally {
          setPaper(null);
        }
      },
      savePdf: async (content, suggestedName, page = 'portrait') => {
        const file = await call('shell.chooseWhereToSave', { purpose: 'pdf', suggestedName });
        if (file === null) return null;
        flushSync(() => setPaper(content));
        try {
          await call('shell.savePdf', { file: file.handle, landscape: page });
          return file.name;
        } finally {
          setPaper(null);
        }
      },
      offer: (print) => {
        offered.current.push(print);
        return () => {
          offered.current = offered.current.filter((other) => other !== print);
        };
      },
      printPage: () => offered.current.at(-1)?.(),
    }),
    [],
  );
  return (
    <PrintingContext value={printing}>
      {props.children}
      <div className="paper">{paper}</div>
    </PrintingContext>
  );
}

export function usePrinting(): Printing {
  const printing = useContext(PrintingContext);
  if (printing === null) throw new Error('No printing above this component');
  return printing;
}

/** Says what Ctrl+P prints on this page. */
export function usePagePrint(print: () => void) {
  const { offer } = usePrinting();
  const current = useRef(print);
  useEffect(() => {
    current.current = print;
  });
  useEffect(() => offer(() => current.current()), [offer]);
}
