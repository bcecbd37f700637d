import { plainText } from '../../app/plain-text';
import { type Block, parseMarkdown, textOf } from './markdown';

/** One page of the guide. */
export interface GuidePage {
  /** Its name in routes: that of its file, without the number. */
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

const files = import.meta.glob<string>('../../../docs/guide/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The pages of `docs/guide/`, in the order of their numbers. */
export const guidePages: readonly GuidePage[] = Object.entries(files)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([path, source]) => {
    const blocks = parseMarkdown(source);
    const [title] = blocks;
    return {
      name: (path.split('/').at(-1) ?? '').replace(/^\d+-/, '').replace(/\.md$/, ''),
      title: title === undefined ? '' : textOf(title),
      blocks: blocks.slice(1),
    };
  });

/** The pages that hold every word of a search, whatever its accents. */
export function pagesAbout(search: string): readonly GuidePage[] {
  const words = plainText(search).trim().split(/\s+/);
  return guidePages.filter((page) => {
    const text = plainText([page.title, ...page.blocks.map(textOf)].join(' '));
    return words.every((word) => text.includes(word));
  });
}
