import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FieldValue } from '../../../../main/core/contract/fields';
import type { DuplicateKind, LikeRecord } from '../../../../main/core/contract/members/duplicate-operations';
import { useAnswer } from '../../../app/calls';
import { percentText } from '../../../app/formats';
import classes from './Duplicates.module.css';
import { levelText, reasonsText } from './likeness';

interface LikePanelProps {
  readonly kind: DuplicateKind;
  /** What was typed so far, field by field. */
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** Beside a new sheet: the sheets that what is typed resembles, and why. It says, and never stands in the way. */
export function LikePanel(props: LikePanelProps) {
  const { t } = useTranslation('duplicates');
  const [typed] = useDebouncedValue(JSON.stringify(props.values), 150);
  const values = JSON.parse(typed) as Record<string, FieldValue>;
  const found = useAnswer(
    'duplicates.like',
    { kind: props.kind, id: null, values, limit: 4 },
    { meanwhile: 'previous', ask: Object.keys(values).length > 0 ? 'now' : 'later' },
  );
  const matches = Object.keys(values).length > 0 ? (found.data ?? []) : [];
  return (
    <aside className={classes.like} aria-label={t('like.title')}>
      <h2>{t('like.title')}</h2>
      <div role="status">
        {matches.length === 0 ? (
          <p className="quiet">{t('like.nothing')}</p>
        ) : (
          <>
            <p>{t('like.found')}</p>
            <ul>
              {matches.map((match) => (
                <Found key={match.record.id} kind={props.kind} match={match} />
              ))}
            </ul>
            <p className="quiet">{t('like.goOn')}</p>
          </>
        )}
      </div>
    </aside>
  );
}

function Found(props: { readonly kind: DuplicateKind; readonly match: LikeRecord }) {
  const { t } = useTranslation('duplicates');
  const { record, score } = props.match;
  return (
    <li className={classes.found}>
      <div className={classes.foundName}>
        <bdi>{record.title}</bdi>
        {record.acronym !== null && record.acronym !== record.title && (
          <span className={classes.tag}>{record.acronym}</span>
        )}
      </div>
      {record.nameArabic !== null && (
        <div className={classes.arabic} lang="ar" dir="rtl">
          {record.nameArabic}
        </div>
      )}
      <div className={classes.why}>
        {levelText(score)}, <span className="figures">{percentText(score)}</span> · {reasonsText(props.match)}
      </div>
      <Link to={`/${props.kind}/${record.id}`}>
        {t('like.open')} <IconArrowRight className="icon-15 directional" />
      </Link>
    </li>
  );
}
