import { IconHistoryToggle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Resumed.module.css';
import type { Draft } from './use-draft';

/** Says that a text is not saved and was typed before an interruption; it is kept (saved) or discarded. */
export function Resumed(props: { onKeep?(): void; onDiscard(): void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.resumed} role="status">
      <span>
        <IconHistoryToggle className="icon-15" /> {t('drafts.resumed')}
      </span>
      {props.onKeep !== undefined && (
        <button type="button" className="linked" onClick={props.onKeep}>
          {t('drafts.keep')}
        </button>
      )}
      <button type="button" className="linked" onClick={props.onDiscard}>
        {t('drafts.discard')}
      </button>
    </div>
  );
}

/** The same over a form, whose own button saves it. */
export function ResumedForm(props: { readonly draft: Draft }) {
  return props.draft.state === 'resumed' ? <Resumed onDiscard={props.draft.drop} /> : null;
}
