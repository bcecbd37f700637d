import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Submission } from '../../../../main/core/contract/consolidation/operations';
import type { Message } from '../../../../main/core/contract/values';
import { quarterText } from '../../../app/formats';
import { textOf } from '../../../app/i18n';
import { countryName } from '../countries';
import { everything, type Question } from './question';
import classes from './Review.module.css';

/** What the rows of the report themselves say to look at; a line that points somewhere goes there. */
export function Quality(props: { readonly submission: Submission; onAsk(question: Question): void }) {
  const { t } = useTranslation('consolidation');
  const { quality, guards } = props.submission;
  return (
    <section className={classes.railPart} aria-labelledby="review-quality">
      <h2 id="review-quality">{t('review.quality')}</h2>
      <ul className={classes.quality}>
        {guards.map((guard) => (
          <li key={`${guard.code}${guard.params.table}`} data-level="warning">
            <IconAlertTriangle className="icon-15" /> <span>{guardText(guard)}</span>
          </li>
        ))}
        {quality.map(({ level, message }) => (
          <li
            key={`${message.code}${message.params.activity ?? message.params.committee ?? ''}`}
            data-level={level}
          >
            {level === 'warning' ? (
              <IconAlertTriangle className="icon-15" />
            ) : (
              <IconCircleCheck className="icon-15" />
            )}
            <QualityText message={message} onAsk={props.onAsk} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function QualityText(props: { readonly message: Message; onAsk(question: Question): void }) {
  const target = targetOf(props.message);
  const text = qualityText(props.message);
  if (target === null) return <span>{text}</span>;
  return (
    <button type="button" className={classes.qualityLink} onClick={() => props.onAsk(target)}>
      {text}
    </button>
  );
}

/** A quality remark in words; codes in it become names. */
export function qualityText({ code, params }: Message): string {
  const { quarter, committee } = params;
  return textOf(`consolidation:quality.${code}`, {
    ...params,
    ...(typeof quarter === 'string' ? { quarter: quarterText(quarter) } : {}),
    ...(typeof committee === 'string' ? { committee: countryName(committee) } : {}),
  });
}

/** A guard in words. */
export function guardText({ code, params }: Message): string {
  return textOf(`consolidation:guards.${code}`, {
    ...params,
    count: Number(params.rows),
    table: textOf(`consolidation:tables.${params.table}`),
  });
}

/** The differences that a remark speaks of, where a filter finds them. */
function targetOf({ code, params }: Message): Question | null {
  if (code === 'vanished') return { ...everything, nature: 'vanished' };
  if (code === 'quantity_doubled' || code === 'quantity_halved') {
    return { ...everything, table: 'activity_lines', search: String(params.activity) };
  }
  return null;
}
