// biome-ignore-all lint/a11y/useSemanticElements: the parts of a row of ARIA's grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row at the cursor
import { IconMessage, IconMessagePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DifferenceRow } from '../../../../main/core/contract/consolidation/operations';
import { quarterText } from '../../../app/formats';
import { StatusWord } from '../../../components/StatusWord';
import classes from './Difference.module.css';
import { DifferenceFields } from './DifferenceFields';
import { natureIcons } from './natures';
import { RemarkEditor } from './RemarkEditor';
import type { DraftDesk } from './use-draft';

interface DifferenceItemProps {
  readonly row: DifferenceRow;
  readonly desk: DraftDesk;
  readonly access: 'open' | 'decided';
  readonly folding: 'folded' | 'unfolded';
  readonly editing: 'yes' | 'no';
  onPoint(): void;
  onFold(): void;
  onEdit(): void;
  onEndEdit(): void;
  onLeaveEdit(): void;
}

/** One record that differs: its nature, its name, old and new values, and the remark typed about it. */
export function DifferenceItem(props: DifferenceItemProps) {
  const { t } = useTranslation('consolidation');
  const { row, desk } = props;
  const title = shownTitle(row);
  const remark = desk.draft.remarks.find(
    (candidate) => candidate.table === row.table && candidate.record === row.record,
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click only moves the cursor, which the arrows do too
    <div className={classes.record} role="presentation" onMouseDown={props.onPoint}>
      <div role="gridcell" className={classes.nature}>
        <StatusWord
          icon={natureIcons[row.nature]}
          tone={row.nature === 'vanished' ? 'warn' : row.nature === 'identical' ? 'quiet' : 'plain'}
        >
          {t(`natures.${row.nature}`)}
        </StatusWord>
      </div>
      <div role="gridcell" className={classes.what}>
        <p>
          <bdi className={classes.title}>{title}</bdi>{' '}
          {row.hint !== '' && <bdi className="quiet">{row.hint}</bdi>}
        </p>
        {(row.nature === 'vanished' || row.nature === 'removed') && (
          <p className={classes.absence}>{t(`review.absence.${row.nature}`)}</p>
        )}
        <DifferenceFields row={row} folding={props.folding} onFold={props.onFold} />
        {props.editing === 'yes' ? (
          <RemarkEditor
            title={title}
            text={remark?.text ?? ''}
            onChange={(text) => desk.remark({ ...row, title }, text)}
            onEnd={props.onEndEdit}
            onLeave={props.onLeaveEdit}
          />
        ) : (
          remark !== undefined && (
            <p className={classes.remark} dir="auto">
              <IconMessage className="icon-15" /> {remark.text}
            </p>
          )
        )}
      </div>
      <div role="gridcell" className={classes.gesture}>
        {props.access === 'open' && props.editing === 'no' && (
          <button
            type="button"
            tabIndex={-1}
            className={classes.remarkButton}
            data-written={remark === undefined ? 'no' : 'yes'}
            aria-label={t(remark === undefined ? 'review.addRemark' : 'review.changeRemark', {
              title,
            })}
            onClick={props.onEdit}
          >
            {remark === undefined ? <IconMessagePlus /> : <IconMessage />}
            {remark !== undefined && <span>{t('review.oneRemark')}</span>}
          </button>
        )}
      </div>
    </div>
  );
}

/** The name of a record; the narrative of a quarter is named by it. */
function shownTitle(row: DifferenceRow): string {
  return row.table === 'narratives' ? quarterText(row.title) : row.title;
}
