import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Outlet, useMatch } from 'react-router';
import { ListMemoryProvider } from '../../components/list/list-state';
import { PackageOpeningProvider } from '../opening';
import { usePreference } from '../preferences';
import { QuarterProvider } from '../quarter';
import { importRoute, SpreadsheetOpeningProvider } from '../spreadsheet-opening';
import { StatusProvider } from '../status';
import { ShellActionsProvider } from './actions';
import { FileDrop } from './FileDrop';
import { GoAnywhere } from './GoAnywhere';
import { Navigation } from './Navigation';
import { Notices } from './Notices';
import classes from './Shell.module.css';
import { ShortcutOverlay } from './ShortcutOverlay';
import { StatusBar } from './StatusBar';
import { TitleBar } from './TitleBar';

/** The window around every page: title bar, navigation by the work, the page, status bar (LOOK.md, anatomy). */
export function Shell() {
  return (
    <StatusProvider>
      <QuarterProvider>
        <SpreadsheetOpeningProvider>
          <PackageOpeningProvider>
            <ShellActionsProvider>
              <FileDrop>
                <ListMemoryProvider>
                  <Frame />
                </ListMemoryProvider>
              </FileDrop>
              <GoAnywhere />
              <ShortcutOverlay />
            </ShellActionsProvider>
          </PackageOpeningProvider>
        </SpreadsheetOpeningProvider>
      </QuarterProvider>
    </StatusProvider>
  );
}

function Frame() {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 60rem)', false, { getInitialValueInEffect: false });
  const [liked, setLiked] = usePreference<'unfolded' | 'folded'>('navigation', 'unfolded');
  // A wizard needs the width (LOOK.md, anatomy).
  const wizard = useMatch(importRoute) !== null;
  const folding = narrow || wizard ? 'folded' : liked;
  return (
    <div className={classes.shell} data-navigation={folding}>
      <a className={classes.skip} href="#page">
        {t('shell.skipToPage')}
      </a>
      <TitleBar />
      <div className={classes.middle}>
        <Navigation
          folding={folding}
          onFold={narrow || wizard ? null : () => setLiked(folding === 'folded' ? 'unfolded' : 'folded')}
        />
        <main id="page" className={classes.page} tabIndex={-1}>
          <Notices />
          <div className={classes.content}>
            <Outlet />
          </div>
        </main>
      </div>
      <StatusBar />
    </div>
  );
}
