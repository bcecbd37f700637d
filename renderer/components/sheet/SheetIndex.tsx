import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CompletionRing } from '../Meter';
import type { SheetPart } from './RecordSheet';
import classes from './RecordSheet.module.css';

/** The sections with their rings; the one in sight is marked, a click goes there. */
export function SheetIndex(props: {
  readonly parts: readonly SheetPart[];
  readonly body: RefObject<HTMLElement | null>;
}) {
  const { t } = useTranslation();
  const current = useCurrentPart(props.parts, props.body);
  return (
    <nav className={classes.index} aria-label={t('sheet.index')}>
      {props.parts.map((part) => (
        <button
          key={part.key}
          type="button"
          aria-current={part.key === current ? 'location' : undefined}
          onClick={() => document.getElementById(`part-${part.key}`)?.scrollIntoView({ block: 'start' })}
        >
          {part.percent !== undefined && <CompletionRing percent={part.percent} />}
          <span className="truncate">{part.shortLabel ?? part.label}</span>
        </button>
      ))}
    </nav>
  );
}

function useCurrentPart(
  parts: readonly SheetPart[],
  body: RefObject<HTMLElement | null>,
): string | undefined {
  const [current, setCurrent] = useState(parts[0]?.key);
  useEffect(() => {
    const scroller = body.current;
    if (scroller === null) return;
    const follow = () => {
      const top = scroller.getBoundingClientRect().top + 60;
      const passed = parts.filter((part) => {
        const section = document.getElementById(`part-${part.key}`);
        return section !== null && section.getBoundingClientRect().top <= top;
      });
      const isAtEnd =
        scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
      setCurrent(isAtEnd ? parts.at(-1)?.key : (passed.at(-1)?.key ?? parts[0]?.key));
    };
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => scroller.removeEventListener('scroll', follow);
  }, [parts, body]);
  return current;
}
