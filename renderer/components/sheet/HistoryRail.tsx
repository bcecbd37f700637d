import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EntityDescription } from '../../../main/core/contract/fields';
import type { EntityName, HistoryEntry } from '../../../main/core/contract/records/operations';
import { useAnswer } from '../../app/calls';
import { nearText, numberText } from '../../app/formats';
import { labelOfField } from '../../app/i18n';
import { useWorkspace } from '../../app/workspace';
import { Difference } from '../Difference';
import { ErrorLine } from '../ErrorPanel';
import { fieldText } from '../fields/field-text';
import classes from './RecordSheet.module.css';
import { stretchesOf } from './stretches';

interface HistoryRailProps {
  readonly description: EntityDescription & { readonly entity: EntityName };
  readonly id: string;
  /** A field's name, `all`, or null for the last few changes. */
  readonly shown: string | null;
  onShow(shown: string | 'all' | null): void;
}

const glance = 3;
/** Enough to find the last few changes behind what was kept while a text was typed. */
const glanced = 60;
const everything = 500;

/** What was changed, when and by whom: the last changes, or all of them, or those of one field. */
export function HistoryRail(props: HistoryRailProps) {
  const { t } = useTranslation();
  const { description, shown } = props;
  const ofField = shown !== null && shown !== 'all' ? shown : null;
  const history = useAnswer('records.history', {
    entity: description.entity,
    id: props.id,
    field: ofField,
    limit: shown === null ? glanced : everything,
  });
  const field = description.fields.find((candidate) => candidate.name === ofField);
  const changes = stretchesOf(description, history.data?.entries ?? []);
  const total = (history.data?.total ?? 0) - (history.data?.entries.length ?? 0) + changes.length;
  return (
    <section className={classes.railPart}>
      <div className={classes.railHead}>
        <h2>
          {field === undefined
            ? t('history.title')
            : t('history.ofField', { field: labelOfField(description, field) })}
        </h2>
        {shown === null ? (
          total > glance && (
            <Button variant="subtle" onClick={() => props.onShow('all')}>
              {t('history.all')} {numberText(total)}
            </Button>
          )
        ) : (
          <ActionIcon
            aria-label={t('history.close')}
            title={t('history.close')}
            onClick={() => props.onShow(null)}
          >
            <IconX />
          </ActionIcon>
        )}
      </div>
      <ErrorLine error={history.error} />
      <ol className={classes.history}>
        {changes.slice(0, shown === null ? glance : everything).map((entry) => (
          <Entry key={entry.id} entry={entry} description={description} />
        ))}
      </ol>
      {history.data?.entries.length === 0 && <p className="quiet">{t('history.nothing')}</p>}
    </section>
  );
}

/** What the cause of a change says of it. */
const manners: Readonly<Record<string, 'byMerge' | 'byUndo' | 'byRedo' | 'byEdit'>> = {
  merged: 'byMerge',
  undo: 'byUndo',
  redo: 'byRedo',
  edited: 'byEdit',
};

function Entry(props: { readonly entry: HistoryEntry; readonly description: EntityDescription }) {
  const { t } = useTranslation();
  const { person } = useWorkspace();
  const { entry } = props;
  const field = props.description.fields.find((candidate) => candidate.name === entry.field);
  const manner = manners[entry.cause?.split(':')[0] ?? ''];
  const author = entry.author === person?.name ? t('history.you') : entry.author;
  return (
    <li>
      {entry.action === 'changed' && field !== undefined ? (
        <>
          <div className={classes.historyField}>{labelOfField(props.description, field)}</div>
          <Difference before={fieldText(field, entry.before)} after={fieldText(field, entry.after)} />
        </>
      ) : (
        <div>{t(`history.actions.${entry.action}`)}</div>
      )}
      <div className={classes.historyWhen}>
        <span className="figures">{nearText(entry.instant)}</span> · <bdi>{author}</bdi>
        {manner !== undefined && ` · ${t(`history.${manner}`)}`}
      </div>
    </li>
  );
}
