import { useTranslation } from 'react-i18next';
import type { Submission } from '../../../../main/core/contract/consolidation/operations';
import { narrativeFields } from '../../../../main/core/contract/quarter/fields';
import { labelOfField } from '../../../app/i18n';
import { CountsTable } from './CountsTable';
import classes from './Review.module.css';

const parts = ['highlights', 'difficulties', 'nextSteps'] as const;

/** The committee's narrative, to be read, and the numbers of the difference. */
export function Narrative(props: { readonly submission: Submission }) {
  const { t } = useTranslation('consolidation');
  const { narrative, counts } = props.submission;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <article className={classes.narrative} tabIndex={0}>
      {parts.map((part) => (
        <section key={part}>
          <h2>{labelOfField(narrativeFields, { name: part })}</h2>
          {narrative[part] === '' ? (
            <p className="quiet">{t('review.emptyPart')}</p>
          ) : (
            <p className={classes.read} dir="auto">
              {narrative[part]}
            </p>
          )}
        </section>
      ))}
      <section>
        <h2>{t('review.summary')}</h2>
        <CountsTable counts={counts} />
      </section>
    </article>
  );
}
