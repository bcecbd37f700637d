import { Tabs, Textarea } from '@mantine/core';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { call } from '../../../app/calls';
import { ErrorLine } from '../../../components/ErrorPanel';
import { useKeptText } from '../../../components/fields/kept-text';
import { isOpen } from '../standing';
import classes from './Closing.module.css';

export type NarrativePart = keyof QuarterOverview['narrative'];
const parts: readonly NarrativePart[] = ['highlights', 'difficulties', 'nextSteps'];

interface NarrativeProps {
  readonly overview: QuarterOverview;
  readonly part: NarrativePart;
  onPart(part: NarrativePart): void;
}

/** The three texts that travel with the package. */
export function Narrative(props: NarrativeProps) {
  const { t } = useTranslation('quarter');
  const { overview, part } = props;
  return (
    <section className={classes.railPart} aria-labelledby="narrative">
      <h2 id="narrative">{t('narrative.title')}</h2>
      <Tabs
        value={part}
        onChange={(next) => props.onPart(parts.find((candidate) => candidate === next) ?? 'highlights')}
        keepMounted={false}
        classNames={{ tab: classes.tab ?? '', list: classes.tabs ?? '' }}
      >
        <Tabs.List>
          {parts.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              rightSection={
                overview.narrative[name] === '' ? (
                  <IconCircleDashed
                    className={isOpen(overview) ? classes.toWrite : 'quiet'}
                    title={t('narrative.notWritten')}
                  />
                ) : (
                  <IconCheck className={classes.written} title={t('narrative.written')} />
                )
              }
            >
              {t(`narrative.short.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {parts.map((name) => (
          <Tabs.Panel key={name} value={name}>
            {isOpen(overview) ? (
              <Writing overview={overview} part={name} />
            ) : (
              <p className={classes.read} dir="auto">
                {overview.narrative[name] || <span className="quiet">{t('narrative.nothing')}</span>}
              </p>
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}

function Writing(props: { readonly overview: QuarterOverview; readonly part: NarrativePart }) {
  const { t } = useTranslation('quarter');
  const { overview, part } = props;
  const typed = useKeptText(overview.narrative[part], (text, typing) =>
    call('quarter.saveNarrative', { quarter: overview.quarter, field: part, text, typing }),
  );
  const words = typed.text.trim() === '' ? 0 : typed.text.trim().split(/\s+/).length;
  const left = parts.filter((name) => (name === part ? typed.text : overview.narrative[name]).trim() === '');
  return (
    <>
      <Textarea
        id={`narrative-${part}`}
        aria-label={t(`narrative.short.${part}`)}
        placeholder={t(`narrative.placeholder.${part}`)}
        value={typed.text}
        onChange={(event) => typed.change(event.currentTarget.value)}
        onFocus={typed.onFocus}
        onBlur={typed.onBlur}
        minRows={4}
        maxRows={8}
        maxLength={65_536}
        // Nothing typed yet: the hint reads in the direction of the page.
        dir={typed.text === '' ? undefined : 'auto'}
        classNames={{ input: classes.writing ?? '' }}
      />
      <ErrorLine error={typed.error} />
      <p className={classes.writingFoot}>
        <span>{t('narrative.words', { count: words })}</span>
        {typed.text !== '' && <span data-state={typed.state}>{t(`narrative.${typed.state}`)}</span>}
        {left.length > 0 && (
          <span className={classes.toWriteWord}>
            <IconCircleDashed className="icon-15" /> {t('narrative.toWrite', { count: left.length })}
          </span>
        )}
      </p>
    </>
  );
}
