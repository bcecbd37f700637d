import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NoteNaming } from '../../../../main/core/contract/members/operations';
import { useAnswer, useCommand } from '../../../app/calls';
import { numberText } from '../../../app/formats';
import { textOf } from '../../../app/i18n';
import { ErrorLine } from '../../../components/ErrorPanel';
import classes from './Persons.module.css';

/** Notes of other sheets that may name a person who is about to be erased; each opens where it is edited. */
export function NotesBefore(props: { readonly id: string }) {
  const { t } = useTranslation('members');
  const notes = useAnswer('members.notesNaming', { id: props.id });
  if (notes.error !== null) return <ErrorLine error={notes.error} />;
  if (notes.data === undefined || notes.data.length === 0) return null;
  return (
    <div className={classes.notes}>
      <p>{t('erasing.notes.before', { count: notes.data.length, number: numberText(notes.data.length) })}</p>
      <Notes notes={notes.data} />
    </div>
  );
}

/** Notes that may name somebody who was erased, until each was looked at; nothing when there are none. */
export function NotesToReview() {
  const { t } = useTranslation('members');
  const notes = useAnswer('members.notesToReview', {});
  const reviewed = useCommand('members.noteReviewed');
  if (notes.error !== null) return <ErrorLine error={notes.error} />;
  if (notes.data === undefined || notes.data.length === 0) return null;
  return (
    <section className={classes.erasing} aria-label={t('erasing.notes.title')}>
      <h2>{t('erasing.notes.title')}</h2>
      <p>{t('erasing.notes.after')}</p>
      <Notes
        notes={notes.data}
        onReviewed={({ entity, id, field }) => reviewed.mutate({ entity, id, field })}
      />
      <ErrorLine error={reviewed.error} />
    </section>
  );
}

function Notes(props: { readonly notes: readonly NoteNaming[]; onReviewed?(note: NoteNaming): void }) {
  const { t } = useTranslation('members');
  const { onReviewed } = props;
  return (
    <ul className={classes.noteList}>
      {props.notes.map((note) => (
        <li key={`${note.entity} ${note.id} ${note.field}`}>
          <Link className="linked" to={pathOf(note)}>
            <bdi>{note.sheet?.title || t('erasing.notes.elsewhere')}</bdi>
          </Link>
          <span className="quiet">{textOf(`${note.area}:fields.${note.entity}.${note.field}`)}</span>
          <q dir="auto">{note.text}</q>
          {onReviewed !== undefined && (
            <Button size="compact-xs" variant="light" onClick={() => onReviewed(note)}>
              {t('erasing.notes.reviewed')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The page on which a note is edited. */
function pathOf({ entity, sheet }: NoteNaming): string {
  if (sheet !== null) return `/${sheet.of}/${sheet.id}`;
  if (entity === 'activityLines' || entity === 'narratives') return '/quarter';
  return entity === 'surveyCampaigns' ? '/cartography' : '/committee';
}
