import { Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportView, Taken } from '../../../main/core/contract/spreadsheets/operations';
import { Beside } from './Beside';
import { HeadingRow } from './HeadingRow';
import classes from './Import.module.css';
import { reasonText } from './words';

type Arrange = (wanted: { headings?: { from: number; to: number }; hidden?: Taken; notes?: Taken }) => void;

/** What was found in the sheet, in a sentence; behind it, the row of headings to change and every row set aside. */
export function Found(props: { readonly view: ImportView; readonly onArrange: Arrange }) {
  const { t } = useTranslation('spreadsheets');
  const { view } = props;
  const notices = view.notices.filter((notice) => notice.code !== 'X08');
  return (
    <div className={classes.found}>
      {view.layout === 'cartography' && <strong>{t('found.cartography')} </strong>}
      {view.headings !== null && (
        <Popover position="bottom-end" withArrow trapFocus returnFocus width={380}>
          <Popover.Target>
            <button type="button" className={classes.foundButton} title={t('found.details')}>
              <Sentence view={view} />
            </button>
          </Popover.Target>
          <Popover.Dropdown>
            <HeadingRow view={view} onArrange={props.onArrange} />
            {view.aside.length > 0 && <Aside view={view} />}
          </Popover.Dropdown>
        </Popover>
      )}
      {notices.map((notice) => (
        <span key={notice.code} className={classes.notice}>
          {' '}
          {reasonText(notice)}.
        </span>
      ))}
      <Beside beside={view.beside} onArrange={props.onArrange} />
    </div>
  );
}

function Sentence(props: { readonly view: ImportView }) {
  const { t } = useTranslation('spreadsheets');
  const { aside, blankRows, headings, notices } = props.view;
  const isSupposed = notices.some((notice) => notice.code === 'X08');
  const totals = aside.filter((row) => row.why === 'total').length;
  const others = aside.length - totals;
  const left = [
    ...(blankRows > 0 ? [t('found.blank', { count: blankRows })] : []),
    ...(totals > 0 ? [t('found.total', { count: totals })] : []),
    ...(others > 0 ? [t('found.other', { count: others })] : []),
  ];
  return (
    <>
      {headings !== null &&
        (headings.from === headings.to
          ? t(isSupposed ? 'found.supposed' : 'found.headings', { row: headings.from })
          : t('found.headingsSpan', { from: headings.from, to: headings.to }))}
      {left.length > 0 && ` ${t('found.aside', { list: left.join(', ') })}`}
    </>
  );
}

const shownAtMost = 200;

function Aside(props: { readonly view: ImportView }) {
  const { t } = useTranslation('spreadsheets');
  return (
    <div className={classes.aside}>
      <h2>{t('found.asideTitle')}</h2>
      <ul>
        {props.view.aside.slice(0, shownAtMost).map((row) => (
          <li key={row.row}>
            {t('found.row', { row: row.row })}, {t(`aside.${row.why}`)}
            {'\u202F'}: <bdi>{row.text}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
