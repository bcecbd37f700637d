import { withoutCrowds } from '../../main/core/contract/text';

/** Text as the pages compare what is typed with what they show: without case, accents and the forms of alef. */
export function plainText(text: string): string {
  return withoutCrowds(text)
    .normalize('NFD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLocaleLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[’']/g, ' ');
}
