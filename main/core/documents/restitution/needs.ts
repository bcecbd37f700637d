import type { PaperBlock } from '../../contract/documents/paper';
import { gapsOf, strengthsOf, unmetIn, urgentIn } from '../../members/service';
import { labelOf } from '../../programme/pack';
import { plainTable } from '../register-words';
import { filled, numberIn, textsIn } from '../wording';
import type { Telling } from './document';

/** Needs by domain, then what the country can build on and what it lacks; numbers only, never whose need it is. */
export function needsOf({ picture, language }: Telling): readonly PaperBlock[] {
  const words = textsIn(language).restitution;
  const { domains } = picture.matrix;
  const number = (value: number | undefined) => numberIn(value ?? 0, language);
  const domainName = (domain: string) => labelOf('capacityDomains', domain, language);
  const gaps = gapsOf(domains);
  const strengths = strengthsOf(domains);
  return [
    { block: 'heading', level: 1, text: words.needs },
    { block: 'paragraph', tone: 'quiet', text: words.needsText },
    plainTable(
      [
        { label: words.domain, align: 'start', share: 5 },
        ...[3, 2, 1, 0].map((level) => ({
          label: labelOf('needLevels', String(level), language),
          align: 'end' as const,
          share: 2,
        })),
        { label: words.notAsked, align: 'end', share: 2 },
        { label: words.canTrain, align: 'end', share: 2 },
      ],
      domains.map(({ domain, levels, notAsked, offered }) => [
        domainName(domain),
        ...[3, 2, 1, 0].map((level) => number(levels[level])),
        number(notAsked),
        number(offered),
      ]),
    ),
    ...(gaps.length === 0
      ? []
      : [
          {
            block: 'bars' as const,
            caption: words.unmet,
            items: [...gaps]
              .sort((one, other) => unmetIn(other) - unmetIn(one))
              .map((totals) => ({
                label: domainName(totals.domain),
                value: unmetIn(totals),
                note: '',
              })),
          },
        ]),
    { block: 'heading', level: 2, text: words.strengths },
    listOr(
      strengths.slice(0, 5).map(({ domain, offered, levels }) =>
        filled(words.strength, {
          domain: domainName(domain),
          offered: number(offered),
          none: number(levels[0]),
        }),
      ),
      words.noStrength,
    ),
    { block: 'heading', level: 2, text: words.gaps },
    listOr(
      gaps.slice(0, 5).map((totals) => {
        const gap = filled(words.gap, {
          domain: domainName(totals.domain),
          urgent: number(urgentIn(totals)),
          marked: number(unmetIn(totals) - urgentIn(totals)),
        });
        return totals.offered === 0 ? filled(words.gapAlone, { gap }) : gap;
      }),
      words.noGap,
    ),
  ];
}

function listOr(items: readonly string[], none: string): PaperBlock {
  return items.length === 0
    ? { block: 'paragraph', text: none, tone: 'plain' }
    : { block: 'list', items: [...items] };
}
