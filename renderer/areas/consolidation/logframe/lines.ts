import { childrenOf, findLine } from '../../../../main/core/contract/programme/logframe';
import type { LogframeActivity, LogframeLine } from '../../../../main/core/contract/programme/reference-pack';
import { labelIn } from '../../../../main/core/contract/programme/text';
import { shippedReferencePack } from '../../../../resources/programme';
import { numberText } from '../../../app/formats';
import { currentLanguage, textOf } from '../../../app/i18n';

/** The lines of the logframe as the reference pack words them. */

/** An activity by its code; null for a code that the pack does not know. */
export function activityOf(code: string): LogframeActivity | null {
  const line = findLine(shippedReferencePack, code);
  return line?.level === 'activity' ? line : null;
}

export function lineOf(code: string): LogframeLine | null {
  return findLine(shippedReferencePack, code);
}

/** Short name of a line in the user's language; its code when the pack does not know it. */
export function shortLabelOf(code: string): string {
  const line = lineOf(code);
  return line === null ? code : labelIn(line.shortLabel, currentLanguage());
}

/** What the printed document asks for, further figures included: `7 parcours de formation · 15 OSC`. */
export function targetTexts(activity: LogframeActivity): readonly string[] {
  const language = currentLanguage();
  return [activity.target, ...activity.target.further].map(({ quantity, perCountry, unit }) => {
    const words = labelIn(unit, language);
    if (quantity !== null) return `${numberText(quantity)} ${words}`;
    return perCountry === null
      ? textOf('consolidation:logframe.targetWithoutNumber', { unit: words })
      : textOf('consolidation:logframe.perCountry', { number: numberText(perCountry), unit: words });
  });
}

/** Every line in the order of the tree: objective, its results, their activities, each in printed order. */
export function printedLines(parent: LogframeLine | null = null): readonly LogframeLine[] {
  return childrenOf(shippedReferencePack, parent?.code ?? null).flatMap((line) => [
    line,
    ...printedLines(line),
  ]);
}
