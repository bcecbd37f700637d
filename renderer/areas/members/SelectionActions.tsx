import { IconArrowBackUp, IconArrowMerge, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../app/calls';
import { wordError } from '../../app/errors';
import { useSay } from '../../app/status';

interface SelectionActionsProps {
  readonly entity: 'organisations' | 'persons';
  readonly ids: readonly string[];
  /** Key of the view the rows were checked in: from the trash they come back. */
  readonly view: string;
  onDone(): void;
}

/** What the selection bar offers: to the trash, or back from it; one gesture that Ctrl+Z takes back. */
export function SelectionActions(props: SelectionActionsProps) {
  const { t } = useTranslation(['members', 'duplicates']);
  const navigate = useNavigate();
  const say = useSay();
  const { entity } = props;
  const ids = [...props.ids];
  const run = (done: Promise<string>) => {
    done.then(
      (sentence) => {
        say(sentence);
        props.onDone();
      },
      (error: unknown) => say(wordError(error).sentence),
    );
  };
  if (props.view === 'trash') {
    const restore = async () =>
      t('trash.restored', { count: (await call('records.restore', { entity, ids })).restored });
    return (
      <button type="button" onClick={() => run(restore())}>
        <IconArrowBackUp className="directional" /> {t('trash.restoreAction')}
      </button>
    );
  }
  const trash = async () =>
    t('trash.trashed', { count: (await call('records.trash', { entity, ids })).trashed });
  const [one, other, ...more] = ids;
  return (
    <>
      {one !== undefined && other !== undefined && more.length === 0 && (
        <button
          type="button"
          onClick={() => void navigate(`/${entity}/duplicates?one=${one}&other=${other}`)}
        >
          <IconArrowMerge /> {t('duplicates:selection')}
        </button>
      )}
      <button type="button" onClick={() => run(trash())}>
        <IconTrash /> {t('trash.action')}
      </button>
    </>
  );
}
