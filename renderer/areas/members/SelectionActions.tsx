import { IconArrowBackUp, IconArrowMerge, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ListName } from '../../../main/core/contract/records/lists';
import { useLongCommand } from '../../app/calls';
import { wordError } from '../../app/errors';
import { useSay } from '../../app/status';
import { CallProgress } from '../../components/CallProgress';
import type { ListSelection } from '../../components/list/selection';

interface SelectionActionsProps {
  readonly list: ListName;
  readonly selection: ListSelection;
  /** Key of the view the rows were checked in: from the trash they come back. */
  readonly view: string;
  onDone(): void;
}

/** What the selection bar offers: to the trash, or back from it; one gesture that Ctrl+Z takes back. */
export function SelectionActions(props: SelectionActionsProps) {
  const { t } = useTranslation(['members', 'duplicates']);
  const navigate = useNavigate();
  const say = useSay();
  const { list } = props;
  const { scope, ids } = props.selection;
  const move = useLongCommand('lists.move');
  const run = (done: Promise<string>) => {
    done.then(
      (sentence) => {
        say(sentence);
        props.onDone();
      },
      (error: unknown) => say(wordError(error).sentence),
    );
  };
  if (move.running) return <CallProgress progress={move.progress} onCancel={move.cancel} />;
  if (props.view === 'trash') {
    const restore = async () =>
      t('trash.restored', { count: (await move.run({ list, scope, to: 'register' })).moved });
    return (
      <button type="button" onClick={() => run(restore())}>
        <IconArrowBackUp className="directional" /> {t('trash.restoreAction')}
      </button>
    );
  }
  const trash = async () =>
    t('trash.trashed', { count: (await move.run({ list, scope, to: 'trash' })).moved });
  const [one, other, ...more] = ids ?? [];
  return (
    <>
      {one !== undefined && other !== undefined && more.length === 0 && (
        <button type="button" onClick={() => void navigate(`/${list}/duplicates?one=${one}&other=${other}`)}>
          <IconArrowMerge /> {t('duplicates:selection')}
        </button>
      )}
      <button type="button" onClick={() => run(trash())}>
        <IconTrash /> {t('trash.action')}
      </button>
    </>
  );
}
