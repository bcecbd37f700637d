/**
 * The inter-process channels behind the one door `window.concertation` (DESIGN.md §2). Nothing else is listened
 * to on the main side, and each message is answered only when it comes from our own page.
 */
export const channels = {
  /** Page → main, answered: one operation. */
  call: 'concertation:call',
  /** Page → main: stop a call. */
  cancel: 'concertation:cancel',
  /** Preload → main, answered: paths of dropped files, found by the preload and never seen by the page. */
  dropped: 'concertation:dropped',
  /** Preload → main: the page listens now, events kept for it may come. */
  listening: 'concertation:listening',
  /** Preload → main: the page's storage, of which the shell keeps the preferences. */
  preferences: 'concertation:preferences',
  /** Main → page: an event. */
  event: 'concertation:event',
  /** Main → preload: answer when everything sent before was handled; preload → main: it was. */
  settle: 'concertation:settle',
  settled: 'concertation:settled',
} as const;
