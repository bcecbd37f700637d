import type { LikeRecord } from '../../../../main/core/contract/members/duplicate-operations';
import { listText } from '../../../app/formats';
import { textOf } from '../../../app/i18n';

type Likeness = Pick<LikeRecord, 'score' | 'reasons'>;

/** How sure the likeness is, in a word. */
export function levelText(score: number): string {
  return textOf(`duplicates:levels.${score >= 90 ? 'sure' : score >= 75 ? 'likely' : 'unsure'}`);
}

/** `même sigle et même téléphone, mais lieux différents`. */
export function reasonsText({ reasons }: Likeness): string {
  const worded = (speaks: 'for' | 'against') =>
    reasons
      .filter((reason) => reason.speaks === speaks)
      .map(({ code }) => textOf(`duplicates:reasons.${code}`));
  const [pro, contra] = [worded('for'), worded('against')];
  if (contra.length === 0) return listText(pro);
  const against = textOf('duplicates:against', { reasons: listText(contra) });
  return pro.length === 0 ? against : `${listText(pro)}, ${against}`;
}
