import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  ComparedPair,
  DuplicateKind,
} from '../../../../main/core/contract/members/duplicate-operations';
import { instantDayText } from '../../../app/formats';
import { listLabel } from '../../../app/lists';
import classes from './Duplicates.module.css';
import { descriptionOf } from './merge-fields';

interface PairHeadProps {
  readonly kind: DuplicateKind;
  readonly records: readonly [ComparedPair['records'][number], ComparedPair['records'][number]];
  readonly canMerge: 'yes' | 'no';
}

/** The two records by name, which one stays, and the way to each sheet. */
export function PairHead(props: PairHeadProps) {
  const { t } = useTranslation('duplicates');
  const words =
    props.canMerge === 'yes' ? [t('pane.kept'), t('pane.other')] : [t('pane.first'), t('pane.second')];
  return (
    <div className={classes.pairHead}>
      {props.records.map((record, place) => (
        <div key={record.id} data-place={place === 0 ? 'kept' : 'other'}>
          <div className={classes.place}>{words[place]}</div>
          <Link to={`/${props.kind}/${record.id}`} className={classes.headName} title={t('pane.openSheet')}>
            <bdi>{String(record.values[descriptionOf(props.kind).title] ?? '')}</bdi>
          </Link>
          <div className="quiet">
            {props.canMerge === 'yes'
              ? t('pane.since', { day: instantDayText(record.createdAt) })
              : listLabel('countries', record.committee)}
          </div>
        </div>
      ))}
    </div>
  );
}
