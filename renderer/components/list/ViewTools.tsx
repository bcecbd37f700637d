import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import {
  IconArrowNarrowLeft,
  IconArrowNarrowRight,
  IconBookmark,
  IconDeviceFloppy,
  IconDots,
  IconPencil,
  IconPin,
  IconTrash,
} from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, Output } from '../../../main/core/contract/operations';
import type { ListName } from '../../../main/core/contract/records/lists';
import type { SavedView, ViewArrangement } from '../../../main/core/contract/records/views';
import { type CommandName, call } from '../../app/calls';
import { wordError } from '../../app/errors';
import { useSay } from '../../app/status';
import classes from './ViewTabs.module.css';
import { isChanged } from './views';

interface ViewToolsProps {
  readonly list: ListName;
  /** The saved view that is shown, or null in a tab the list comes with. */
  readonly view: SavedView | null;
  /** How the list stands now. */
  readonly arrangement: ViewArrangement;
  /** Did anything change since the tab was chosen? */
  readonly arranged: 'as_tab' | 'otherwise';
  onOpen(id: string | null): void;
  /** A name was given, or a view is gone: on to the list. */
  onDone(): void;
}

/** Behind the tabs: saving how the list stands under a name, and what can be done with a saved view. */
export function ViewTools(props: ViewToolsProps) {
  const { t } = useTranslation();
  const { list, view, arrangement } = props;
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const run = useRun();
  if (naming !== null) {
    return (
      <NameForm
        name={naming === 'rename' ? (view?.name ?? '') : ''}
        onCancel={() => {
          setNaming(null);
          props.onDone();
        }}
        onName={(name) => {
          setNaming(null);
          props.onDone();
          if (naming === 'rename' && view !== null) run('views.update', { id: view.id, name });
          else run('views.create', { list, name, arrangement }, ({ id }) => props.onOpen(id));
        }}
      />
    );
  }
  const changed = view !== null && isChanged(view, arrangement);
  return (
    <>
      {view !== null && <ViewMenu {...props} view={view} onRename={() => setNaming('rename')} />}
      {changed && (
        <Button
          variant="subtle"
          leftSection={<IconDeviceFloppy className="icon-15" />}
          onClick={() => {
            run('views.update', { id: view.id, arrangement });
            props.onDone();
          }}
        >
          {t('views.update')}
        </Button>
      )}
      {(changed || (view === null && props.arranged === 'otherwise')) && (
        <Button
          variant="subtle"
          leftSection={<IconBookmark className="icon-15" />}
          onClick={() => setNaming('new')}
        >
          {t('views.save')}
        </Button>
      )}
      {view !== null && view.ignored.length > 0 && (
        <span className={classes.ignored} role="status">
          {t('views.ignored', { count: view.ignored.length })}
        </span>
      )}
    </>
  );
}

/** Runs a command and says in the status bar when it is refused. */
function useRun() {
  const say = useSay();
  return <N extends CommandName>(operation: N, input: Input<N>, then?: (answer: Output<N>) => void) => {
    call(operation, input).then(
      (answer) => then?.(answer),
      (error: unknown) => say(wordError(error).sentence),
    );
  };
}

function ViewMenu(props: ViewToolsProps & { readonly view: SavedView; onRename(): void }) {
  const { t } = useTranslation();
  const run = useRun();
  const { view, list } = props;
  const { id } = view;
  return (
    <Menu position="bottom-start" returnFocus>
      <Menu.Target>
        <ActionIcon
          aria-label={t('views.menu', { name: view.name })}
          title={t('views.menu', { name: view.name })}
        >
          <IconDots className="icon-15" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil />} onClick={props.onRename}>
          {t('views.rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPin />}
          onClick={() => run('views.openFirst', { list, id: view.opensFirst ? null : id })}
        >
          {t(view.opensFirst ? 'views.opensNoMore' : 'views.opensFirst')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowNarrowLeft className="directional" />}
          onClick={() => run('views.move', { id, towards: 'first' })}
        >
          {t('views.earlier')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowNarrowRight className="directional" />}
          onClick={() => run('views.move', { id, towards: 'last' })}
        >
          {t('views.later')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash />}
          onClick={() =>
            run('views.delete', { id }, () => {
              props.onOpen(null);
              props.onDone();
            })
          }
        >
          {t('views.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The name of a view, typed in its place: Enter keeps it, Escape gives up. */
function NameForm(props: { readonly name: string; onName(name: string): void; onCancel(): void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(props.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') props.onName(name.trim());
  };
  return (
    <form className={classes.naming} onSubmit={submit}>
      <TextInput
        aria-label={t('views.name')}
        placeholder={t('views.name')}
        value={name}
        maxLength={80}
        data-autofocus
        ref={(input) => input?.focus()}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && props.onCancel()}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        {t('save')}
      </Button>
      <Button variant="subtle" onClick={props.onCancel}>
        {t('cancel')}
      </Button>
    </form>
  );
}
