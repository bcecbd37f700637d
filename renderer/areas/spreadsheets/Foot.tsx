import { Button } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../../main/core/contract/operations';
import type { ImportView } from '../../../main/core/contract/spreadsheets/operations';
import { call, useLongCommand } from '../../app/calls';
import { numberText } from '../../app/formats';
import { useSpreadsheetOpening } from '../../app/spreadsheet-opening';
import { ErrorLine } from '../../components/ErrorPanel';
import classes from './Import.module.css';

/** The foot of the wizard: out, back, what waits, and the button that names its effect. */
export function Foot(props: {
  readonly view: ImportView;
  onApplied(applied: Output<'spreadsheets.apply'>): void;
}) {
  const { t } = useTranslation('spreadsheets');
  const navigate = useNavigate();
  const { clear } = useSpreadsheetOpening();
  const { run, running, error, cancel } = useLongCommand('spreadsheets.apply');
  const { view } = props;
  const leave = () => {
    if (running) return cancel();
    void call('spreadsheets.close', { import: view.import });
    clear();
  };
  const why = !view.columns.some((column) => column.target === 'name')
    ? t('foot.noName')
    : view.ready === 0
      ? t('foot.nothing')
      : null;
  return (
    <div className={classes.foot}>
      <Button
        variant="subtle"
        onClick={() => {
          leave();
          if (!running) void navigate('/organisations');
        }}
      >
        {t('foot.cancel')}
      </Button>
      <Button variant="subtle" disabled={running} onClick={leave}>
        {t('foot.back')}
      </Button>
      <ErrorLine error={error} />
      <span className={classes.footEnd}>
        {view.waiting > 0 && <span>{t('foot.waiting', { count: view.waiting })}</span>}
        <span className="quiet">{why ?? t('foot.onePiece')}</span>
        <Button
          size="lg"
          variant="filled"
          leftSection={<IconTableImport />}
          disabled={why !== null}
          loading={running}
          onClick={() => {
            run({ import: view.import }).then(props.onApplied, () => {
              // The refusal stands in `error`, beside the button.
            });
          }}
        >
          {t('foot.apply', { count: view.ready, number: numberText(view.ready) })}
        </Button>
      </span>
    </div>
  );
}
