import { useComputedColorScheme, useDirection } from '@mantine/core';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FirstStart } from '../areas/workspace/first-start/FirstStart';
import { Opening } from '../areas/workspace/opening/Opening';
import { WhoIsHere } from '../areas/workspace/opening/WhoIsHere';
import { flushDrafts, forgetWaitingDrafts } from '../components/drafts/draft-keeper';
import { ErrorPanel } from '../components/ErrorPanel';
import { call, queryClient, refreshTopics, useAnswer, useConcertationEvent } from './calls';
import { type Doorway, DoorwayContext } from './doorway';
import { directionOf, i18n } from './i18n';
import { usePreference } from './preferences';
import { WorkspaceProvider } from './workspace';

/** The pages of an open workspace are a chunk of their own: the door does not wait for them. */
const loadPages = () => import('./routes');
const Routes = lazy(async () => ({ default: (await loadPages()).Routes }));

/**
 * What the window shows before anything else: first start, the list of workspaces, who is at the keyboard, or the
 * application. Keeps language, direction and answers in step with the workspace.
 */
export function Gate() {
  const state = useAnswer('workspace.state', {});
  const known = useAnswer('workspace.known', {});
  const [starting, setStarting] = useState<'no' | 'yes'>('no');
  const [wanted, setWanted] = useState<string | null>(null);
  useConcertationEvent((event) => {
    if (event.type === 'changed') void refreshTopics(event.topics);
  });
  useDress(state.data?.language ?? 'fr');
  usePagesAhead();
  useForgetOnLock(state.data?.status);

  const doorway = useMemo<Doorway>(
    () => ({
      switchTo: (workspace) => {
        setWanted(workspace);
        void flushDrafts().then(() => call('workspace.lock', {}));
      },
      startAnother: () => {
        void flushDrafts()
          .then(() => call('workspace.lock', {}))
          .then(() => setStarting('yes'));
      },
    }),
    [],
  );

  const refused = state.error ?? known.error;
  if (refused !== null) return <ErrorPanel error={refused} />;
  if (state.data === undefined || known.data === undefined) return null;

  const firstTime = state.data.status === 'closed' && known.data.length === 0;
  if (starting === 'yes' || firstTime) {
    return (
      <FirstStart
        language={state.data.language}
        onBegin={() => setStarting('yes')}
        onEnd={() => setStarting('no')}
        leave={known.data.length > 0 && state.data.status === 'closed' ? 'possible' : 'impossible'}
      />
    );
  }
  if (state.data.status === 'closed') {
    return (
      <Opening
        known={known.data}
        wanted={wanted}
        language={state.data.language}
        onStartAnother={() => setStarting('yes')}
      />
    );
  }
  return (
    <DoorwayContext value={doorway}>
      <WorkspaceProvider workspace={state.data}>
        {state.data.person === null ? (
          <WhoIsHere workspace={state.data} />
        ) : (
          <Suspense fallback={null}>
            <Routes key={state.data.id} />
          </Suspense>
        )}
      </WorkspaceProvider>
    </DoorwayContext>
  );
}

/** Loads the pages while somebody types their passphrase. */
function usePagesAhead() {
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadPages());
    return () => cancelIdleCallback(idle);
  }, []);
}

/** Language, direction, scheme and density of the whole window. */
function useDress(language: 'fr' | 'en' | 'ar') {
  const { setDirection } = useDirection();
  const scheme = useComputedColorScheme('light');
  const [density] = usePreference<'compact' | 'comfort'>('density', 'compact');
  const { i18n: shown } = useTranslation();
  useEffect(() => {
    if (shown.language !== language) void i18n.changeLanguage(language);
    document.documentElement.lang = language;
    setDirection(directionOf(language));
  }, [language, setDirection, shown]);
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  useEffect(() => {
    void call('shell.dress', { scheme, language });
  }, [scheme, language]);
}

/** Nothing of a workspace stays in memory once it is locked. */
function useForgetOnLock(status: 'open' | 'closed' | undefined) {
  useEffect(() => {
    if (status !== 'closed') return;
    forgetWaitingDrafts();
    queryClient.removeQueries({
      predicate: (query) =>
        !['workspace.state', 'workspace.known', 'shell.about'].includes(String(query.queryKey[0])),
    });
  }, [status]);
}
