import { Menu } from '@mantine/core';
import { IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../calls';
import { quarterText } from '../formats';
import { useQuarter } from '../quarter';
import { useWorkspace } from '../workspace';
import classes from './TitleBar.module.css';

/** The quarter that the pages show: the one before, the one after, or any of the programme. */
export function QuarterSwitcher() {
  const { t } = useTranslation();
  const { role } = useWorkspace();
  const { quarter, choose } = useQuarter();
  const list = useAnswer('quarter.list', {}).data ?? [];
  const quarters = [...list].sort((first, second) => first.quarter.localeCompare(second.quarter));
  const at = quarters.findIndex((other) => other.quarter === quarter);
  const before = quarters[at - 1];
  const after = at < 0 ? undefined : quarters[at + 1];
  const state = quarters[at]?.state;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame into the title bar
    <div className={classes.quarter} role="group" aria-label={t('quarter.switcher')}>
      <button
        type="button"
        aria-label={t('quarter.before')}
        disabled={before === undefined}
        onClick={() => before && choose(before.quarter)}
      >
        <IconChevronLeft className="directional" />
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button">
            {role === 'coordination' && <span>{t('quarter.readAtEndOf')}</span>}
            <strong className="figures">{quarterText(quarter)}</strong>
            {role === 'committee' && state !== undefined && (
              <span className={classes.quarterState}>{t(`quarter.state.${state}`)}</span>
            )}
            <IconChevronDown className="icon-15" />
          </button>
        </Menu.Target>
        <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
          {[...quarters].reverse().map((other) => (
            <Menu.Item
              key={other.quarter}
              onClick={() => choose(other.quarter)}
              rightSection={
                role === 'committee' ? (
                  <span className="quiet">{t(`quarter.state.${other.state}`)}</span>
                ) : null
              }
              fw={other.quarter === quarter ? 600 : 400}
            >
              {quarterText(other.quarter)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <button
        type="button"
        aria-label={t('quarter.after')}
        disabled={after === undefined}
        onClick={() => after && choose(after.quarter)}
      >
        <IconChevronRight className="directional" />
      </button>
    </div>
  );
}
