/* biome-ignore-all lint/suspicious/noArrayIndexKey: the parts of a text never move */
import { createContext, useContext } from 'react';
import { type Direction, stretchesOf } from '../../../main/core/contract/documents/directions';

/** The direction of the document on this paper. */
export const PaperDirection = createContext<Direction>('ltr');

/** A text in which names of the other direction stand apart with their quotes, as in the document's DOCX. */
export function Directed({ text }: { readonly text: string }) {
  const paragraph = useContext(PaperDirection);
  return stretchesOf(text, paragraph).map((stretch, index) =>
    stretch.direction === paragraph ? (
      stretch.text
    ) : (
      <bdi key={index} dir={stretch.direction}>
        {stretch.text}
      </bdi>
    ),
  );
}
