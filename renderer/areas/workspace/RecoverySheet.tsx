import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconCircleCheck, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { originText, timeText } from '../../app/formats';
import { usePrinting } from '../../app/printing';
import { ErrorLine } from '../../components/ErrorPanel';
import { Mark } from '../../components/Mark';
import classes from './first-start/FirstStart.module.css';

export interface Recovery {
  readonly recoveryGroups: readonly string[];
  readonly recoveryCheck: string;
}

interface SheetProps {
  readonly recovery: Recovery;
  readonly owner: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** The sheet as it is on screen: six groups of four digits and a check. */
export function RecoverySheet(props: SheetProps) {
  const { t } = useTranslation('workspace');
  return (
    <section className={classes.recovery} aria-label={t('recovery.title')}>
      <div className={classes.recoveryHead}>
        <Mark size={18} /> {t('recovery.title')}
        <span>{originText(props.owner, props.day)}</span>
      </div>
      <ol className={classes.groups}>
        {props.recovery.recoveryGroups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place of a group is what names it
          <li key={index}>
            <span>{index + 1}</span>
            <strong>{group}</strong>
          </li>
        ))}
      </ol>
      <div className={classes.recoveryFoot}>
        <span>
          {t('recovery.check')} <b className="figures">{props.recovery.recoveryCheck}</b>
        </span>
        <span>{t('recovery.keep')}</span>
      </div>
    </section>
  );
}

/** Print, or write the PDF on a stick; says when it was done. */
export function KeepRecovery(props: SheetProps & { onKept?(): void }) {
  const { t } = useTranslation('workspace');
  const { print, savePdf } = usePrinting();
  const [kept, setKept] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const paper = <PrintedRecovery {...props} />;
  const note = (sentence: string) => {
    setKept(sentence);
    setError(null);
    props.onKept?.();
  };
  const now = () => timeText(new Date().toISOString());
  return (
    <>
      <div className={classes.buttons}>
        <Button
          size="lg"
          autoFocus
          leftSection={<IconPrinter />}
          onClick={() =>
            void print(paper).then(
              (outcome) => outcome === 'printed' && note(t('recovery.printed', { time: now() })),
              setError,
            )
          }
        >
          {t('recovery.print')}
        </Button>
        <Button
          size="lg"
          leftSection={<IconDownload />}
          onClick={() =>
            void savePdf(paper, `${t('recovery.fileName')}.pdf`).then(
              (name) => name !== null && note(t('recovery.saved', { time: now() })),
              setError,
            )
          }
        >
          {t('recovery.pdf')}
        </Button>
      </div>
      <p className={classes.kept} role="status">
        {kept !== null && (
          <>
            <IconCircleCheck className="icon-15" /> {kept}
          </>
        )}
      </p>
      <ErrorLine error={error} />
    </>
  );
}

function PrintedRecovery(props: SheetProps) {
  const { t } = useTranslation('workspace');
  return (
    <article className="paper-recovery">
      <div className="paper-head">
        <h1>{t('recovery.title')}</h1>
        <span>{originText(props.owner, props.day)}</span>
      </div>
      <p>{t('recovery.explain')}</p>
      <table dir="ltr">
        <tbody>
          {[0, 3].map((start) => (
            <tr key={start}>
              {[start, start + 1, start + 2].map((index) => (
                <td key={index}>
                  <small>{index + 1}</small>
                  <strong>{props.recovery.recoveryGroups[index]}</strong>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="paper-check">
        {t('recovery.check')} <strong>{props.recovery.recoveryCheck}</strong>
      </p>
      <h2>{t('recovery.howTitle')}</h2>
      <p>{t('recovery.how')}</p>
      <div className="paper-foot">{t('recovery.keepLong')}</div>
    </article>
  );
}

/** Two groups asked back: which ones is drawn once; `complete` holds them when all digits are there and right. */
export function useAskedGroups(recovery: Recovery | null) {
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const indexes = useMemo(() => drawTwo(recovery?.recoveryGroups.length ?? 6), [recovery]);
  const answers = indexes.map((index, place) => ({ index, digits: typed[place] ?? '' }));
  const right = answers.map((answer) => recovery?.recoveryGroups[answer.index] === answer.digits);
  return {
    answers,
    right,
    missing: answers.reduce((sum, answer) => sum + 4 - answer.digits.length, 0),
    complete: right.every(Boolean) ? answers : null,
    type: (place: number, text: string) => {
      const digits = westernDigits(text).replace(/\D/g, '').slice(0, 4);
      setTyped((before) => (place === 0 ? [digits, before[1]] : [before[0], digits]));
    },
  };
}

function drawTwo(groups: number): readonly [number, number] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  const one = first % groups;
  const other = (one + 1 + (second % (groups - 1))) % groups;
  return one < other ? [one, other] : [other, one];
}

function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/** The two fields in which the groups are copied back from paper. */
export function AskedGroups(props: { readonly asked: ReturnType<typeof useAskedGroups> }) {
  const { t } = useTranslation('workspace');
  const { asked } = props;
  return (
    <div className={classes.asked}>
      {asked.answers.map((answer, place) => (
        <TextInput
          key={answer.index}
          size="lg"
          label={t('recovery.group', { number: answer.index + 1 })}
          value={answer.digits}
          inputMode="numeric"
          autoComplete="off"
          error={answer.digits.length === 4 && asked.right[place] === false}
          rightSection={asked.right[place] === true ? <IconCheck className={classes.done} /> : null}
          onChange={(event) => asked.type(place, event.currentTarget.value)}
        />
      ))}
      <p className={classes.hint} role="status">
        {asked.answers.some((answer, place) => answer.digits.length === 4 && asked.right[place] === false)
          ? t('recovery.wrong')
          : t('recovery.leaves')}
      </p>
    </div>
  );
}
