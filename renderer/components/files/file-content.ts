import { useEffect, useState } from 'react';
import { call } from '../../app/calls';

/** Bytes of an attachment held in the memory of the page, for as long as they are shown. */
export type ShownContent =
  | { readonly state: 'coming' }
  | { readonly state: 'refused'; readonly error: unknown }
  | { readonly state: 'picture'; readonly url: string }
  | { readonly state: 'text'; readonly text: string };

/** Longest text shown in a preview, in bytes. */
const longestText = 200_000;

/** A picture as an address of the page's own memory, a text as it is; let go of when it is no longer shown. */
export function useContent(sha256: string, mediaType: string): ShownContent {
  const [content, setContent] = useState<ShownContent>({ state: 'coming' });
  useEffect(() => {
    let url: string | null = null;
    let isShown = true;
    setContent({ state: 'coming' });
    call('attachments.content', { sha256 }).then(
      ({ bytes }) => {
        if (!isShown) return;
        if (mediaType.startsWith('image/')) {
          url = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
          setContent({ state: 'picture', url });
        } else {
          setContent({ state: 'text', text: new TextDecoder().decode(bytes.subarray(0, longestText)) });
        }
      },
      (error: unknown) => {
        if (isShown) setContent({ state: 'refused', error });
      },
    );
    return () => {
      isShown = false;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [sha256, mediaType]);
  return content;
}
