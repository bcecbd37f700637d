import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Keys as PrintedKeys } from '../../components/Keys';
import { type ScreenKey, useStatus } from '../status';
import { useShellActions } from './actions';
import classes from './ShortcutOverlay.module.css';

/** `?`: every key, those of this screen first. */
export function ShortcutOverlay() {
  const { t } = useTranslation();
  const { shortcuts, toggleShortcuts } = useShellActions();
  const { screenKeys } = useStatus();
  const everywhere: readonly ScreenKey[] = [
    { keys: ['Ctrl', 'K'], label: t('keys.find') },
    { keys: ['Ctrl', 'S'], label: t('keys.save') },
    { keys: ['Ctrl', 'Z'], label: t('keys.undo') },
    { keys: ['Ctrl', 'Y'], label: t('keys.redo') },
    { keys: ['Ctrl', 'P'], label: t('keys.print') },
    { keys: ['Ctrl', ','], label: t('keys.settings') },
    { keys: ['Ctrl', 'L'], label: t('keys.lock') },
    { keys: ['Alt', '←'], label: t('keys.back') },
    { keys: ['F1'], label: t('keys.guide') },
    { keys: ['?'], label: t('keys.shortcuts') },
  ];
  return (
    <Modal
      opened={shortcuts === 'shown'}
      onClose={toggleShortcuts}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      size="34rem"
    >
      <div className={classes.columns}>
        {screenKeys.length > 0 && <Keys title={t('keys.here')} keys={screenKeys} />}
        <Keys title={t('keys.everywhere')} keys={everywhere} />
      </div>
    </Modal>
  );
}

function Keys(props: { readonly title: string; readonly keys: readonly ScreenKey[] }) {
  return (
    <section>
      <h3>{props.title}</h3>
      <dl className={classes.keys}>
        {props.keys.map((key) => (
          <div key={key.label}>
            <dt>
              <PrintedKeys keys={key.keys} />
            </dt>
            <dd>{key.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
