import { IconChevronRight, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PreflightCheck } from '../../../../main/core/contract/quarter/operations';
import { hasText, textOf } from '../../../app/i18n';
import { fieldOfRemark, titleOfRemark } from '../remarks';
import classes from './Closing.module.css';
import type { NarrativePart } from './Narrative';

interface ChecksProps {
  readonly checks: readonly PreflightCheck[];
  /** Goes to a part of the narrative. */
  onWrite(part: NarrativePart): void;
}

/** What the signature waits for, then what is good to know; each line goes to where it is mended. */
export function Checks(props: ChecksProps) {
  const { t } = useTranslation('quarter');
  const blocking = props.checks.filter((check) => check.level === 'blocking');
  const information = props.checks.filter((check) => check.level === 'information');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move between the buttons inside
    <div onKeyDown={moveBetweenButtons}>
      <section className={classes.checks} aria-labelledby="checks-blocking">
        <div className={classes.checksHead}>
          <h2 id="checks-blocking">{t('checks.blocking')}</h2>
          {blocking.length > 0 && (
            <>
              <span className={classes.count} data-level="blocking">
                {blocking.length}
              </span>
              <span className="quiet">{t('checks.blockingHint', { count: blocking.length })}</span>
            </>
          )}
        </div>
        {blocking.length === 0 ? (
          <p className={classes.fine}>
            <IconCircleCheck className="icon-15" /> {t('checks.noneBlocking')}
          </p>
        ) : (
          <CheckList checks={blocking} onWrite={props.onWrite} />
        )}
      </section>
      <section className={classes.checks} aria-labelledby="checks-information">
        <div className={classes.checksHead}>
          <h2 id="checks-information">{t('checks.information')}</h2>
          {information.length > 0 && <span className={classes.count}>{information.length}</span>}
        </div>
        {information.length === 0 ? (
          <p className={classes.fine}>{t('checks.noInformation')}</p>
        ) : (
          <CheckList checks={information} onWrite={props.onWrite} />
        )}
      </section>
    </div>
  );
}

function CheckList(props: ChecksProps) {
  return (
    <ul className={classes.lines}>
      {props.checks.map((check) => (
        <li key={Object.values({ code: check.message.code, ...check.message.params }).join(' ')}>
          <Check check={check} onWrite={props.onWrite} />
        </li>
      ))}
    </ul>
  );
}

function Check(props: { readonly check: PreflightCheck; onWrite(part: NarrativePart): void }) {
  const { t } = useTranslation('quarter');
  const navigate = useNavigate();
  const { level, message, target } = props.check;
  const count = Number(message.params.count ?? message.params.days ?? 0);
  const hint = `quarter:checks.hint.${message.code}`;
  const content = (
    <>
      {level === 'blocking' ? (
        <IconCircleX className={classes.blockingIcon} />
      ) : (
        <IconInfoCircle className={classes.informationIcon} />
      )}
      <span className={classes.sentence}>
        <strong>
          {textOf(`quarter:checks.of.${message.code}`, {
            ...message.params,
            ...inWords(message.params),
            count,
          })}
        </strong>{' '}
        {hasText(hint) && <span className={classes.hint}>{textOf(hint)}</span>}
      </span>
    </>
  );
  if (target === null) return <div className={classes.line}>{content}</div>;
  const go = () => {
    if (target === 'narrative') props.onWrite(partOf(message));
    else if (target === 'lines' && 'title' in message.params)
      void navigate(`/quarter/lines?line=${message.params.title}`);
    else void navigate(target === 'lines' ? '/quarter/lines' : target);
  };
  return (
    <button type="button" className={classes.line} onClick={go}>
      {content}
      <span className={classes.action}>
        {t(`checks.${actionOf(level, target)}`)} <IconChevronRight className="directional icon-15" />
      </span>
    </button>
  );
}

function actionOf(level: PreflightCheck['level'], target: string) {
  if (target === 'lines') return 'type';
  if (target === 'narrative') return 'write';
  return level === 'blocking' ? 'open' : 'see';
}

function partOf({ code, params }: PreflightCheck['message']): NarrativePart {
  if (code === 'no_difficulties' || params.field === 'difficulties') return 'difficulties';
  return code === 'no_next_steps' || params.field === 'nextSteps' ? 'nextSteps' : 'highlights';
}

/** The record and the field that a point names, in the user's language. */
function inWords({ table, title, field }: PreflightCheck['message']['params']): Record<string, string> {
  if (typeof table !== 'string') return {};
  const named = { table, title: String(title), field: String(field) };
  return { title: titleOfRemark(named), field: fieldOfRemark(named) ?? '' };
}

function moveBetweenButtons(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const buttons: Element[] = [...event.currentTarget.querySelectorAll('button')];
  const at = document.activeElement === null ? -1 : buttons.indexOf(document.activeElement);
  const next = buttons[at + step];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  if (next instanceof HTMLElement) next.focus();
}
