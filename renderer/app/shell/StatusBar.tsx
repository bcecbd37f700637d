import { IconCircleCheck, IconCircleDashed, IconClock, IconReceipt, IconUsb } from '@tabler/icons-react';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useDraftStanding } from '../../components/drafts/draft-keeper';
import { Keys } from '../../components/Keys';
import { useAnswer } from '../calls';
import { wordError } from '../errors';
import { dayText, quarterText, timeText } from '../formats';
import { textOf } from '../i18n';
import { type ScreenKey, useStatus } from '../status';
import { useWorkspace } from '../workspace';
import classes from './StatusBar.module.css';

/** Saved · copy elsewhere · days left · last slip; at the end the keys of this screen (DESIGN.md §7). */
export function StatusBar() {
  const { t } = useTranslation();
  const { said, screenKeys } = useStatus();
  return (
    <footer className={classes.bar}>
      <div className={classes.facts}>
        <span className={classes.fact} role="status" aria-live="polite">
          <Saved said={said} />
        </span>
        <CopyElsewhere />
        <DaysLeft />
        <LastSlip />
      </div>
      <div className={classes.keys}>
        {screenKeys.slice(0, 4).map((key) => (
          <KeyHint key={key.label} {...key} />
        ))}
      </div>
      <KeyHint keys={['?']} label={t('status.shortcuts')} />
    </footer>
  );
}

function KeyHint(props: ScreenKey) {
  return (
    <span className={classes.key}>
      <Keys keys={props.keys} /> {props.label}
    </span>
  );
}

function Saved(props: { readonly said: string | null }) {
  const { t } = useTranslation();
  const { savedAt } = useWorkspace();
  const { state, trouble } = useDraftStanding();
  if (trouble !== null) return <NotSaved sentence={wordError(trouble).sentence} />;
  if (state === 'unsaved' && props.said === null) return <NotSaved sentence={t('status.unsaved')} />;
  const sentence = props.said ?? (savedAt === null ? t('status.nothingSaved') : savedText(savedAt));
  return (
    <>
      <IconCircleCheck className={`${classes.okIcon} icon-15`} /> {sentence}
    </>
  );
}

function NotSaved(props: { readonly sentence: string }) {
  return (
    <>
      <IconCircleDashed className="icon-15" /> {props.sentence}
    </>
  );
}

/** The time of today, else the day. */
function savedText(savedAt: string): string {
  return dayjs(savedAt).isSame(dayjs(), 'day')
    ? textOf('common:status.savedAt', { time: timeText(savedAt) })
    : textOf('common:status.savedOn', { day: dayText(dayjs(savedAt).format('YYYY-MM-DD')) });
}

const copyExpectedAfterDays = 7;

function CopyElsewhere() {
  const { t } = useTranslation();
  const { lastCopyAt, today } = useWorkspace();
  const days = lastCopyAt === null ? null : dayjs(today).diff(dayjs(lastCopyAt).startOf('day'), 'day');
  return (
    <span className={classes.fact} data-asks={days !== null && days > copyExpectedAfterDays ? 'yes' : 'no'}>
      <IconUsb className="icon-15" /> {days === null ? t('status.noCopy') : t('status.copy', { count: days })}
    </span>
  );
}

function DaysLeft() {
  const { t } = useTranslation();
  const { currentQuarter, today } = useWorkspace();
  const [year, part] = currentQuarter.split('-Q').map(Number);
  const end = dayjs(new Date(year ?? 0, (part ?? 1) * 3, 0));
  return (
    <span className={classes.fact}>
      <IconClock className="icon-15" /> {t('status.daysLeft', { count: end.diff(dayjs(today), 'day') })}
    </span>
  );
}

function LastSlip() {
  const { role } = useWorkspace();
  return role === 'committee' ? <LastSlipReceived /> : <LastSlipIssued />;
}

function LastSlipReceived() {
  const { t } = useTranslation();
  const slips = useAnswer('packages.inbox', {}).data?.filter(
    (item) => item.kind === 'slip' && item.period !== null,
  );
  const last = slips?.reduce<(typeof slips)[number] | undefined>(
    (newest, item) => (newest === undefined || item.receivedAt > newest.receivedAt ? item : newest),
    undefined,
  );
  const period = last?.period ?? null;
  const slip = useAnswer(
    'quarter.standing',
    { quarter: period ?? '' },
    { ask: period === null ? 'later' : 'now' },
  );
  const told = slip.data?.slip;
  if (period === null || !told) {
    return (
      <span className={classes.fact}>
        <IconReceipt className="icon-15" /> {t('status.noSlip')}
      </span>
    );
  }
  return (
    <span className={classes.fact} data-asks={told.decision === 'returned' ? 'yes' : 'no'}>
      <IconReceipt className="icon-15" />{' '}
      {t(`status.slip.${told.decision}`, { quarter: quarterText(period), count: told.remarks })}
    </span>
  );
}

function LastSlipIssued() {
  const { t } = useTranslation();
  const slips = useAnswer('packages.outbox', {}).data?.filter((item) => item.kind === 'slip');
  const last = slips?.reduce<(typeof slips)[number] | undefined>(
    (newest, item) => (newest === undefined || item.createdAt > newest.createdAt ? item : newest),
    undefined,
  );
  return (
    <span className={classes.fact}>
      <IconReceipt className="icon-15" />{' '}
      {last === undefined
        ? t('status.noSlipIssued')
        : t('status.slipIssued', {
            to: last.to.join(', '),
            quarter: last.period === null ? '' : quarterText(last.period),
          })}
    </span>
  );
}
