import { type Environment, todayOf } from '../environment';

/** How often the calendar is looked at, in milliseconds: a laptop that slept over midnight knows it this soon. */
const lookEvery = 20_000;

/**
 * Tells when the laptop's calendar goes on to another day while the application runs, also after a sleep or a clock
 * that was set. A timer to midnight would stand still while the laptop sleeps.
 *
 * @returns stops watching
 */
export function watchDay(
  environment: Pick<Environment, 'now'>,
  onDay: () => void,
  every: number = lookEvery,
): () => void {
  let known = todayOf(environment);
  const timer = setInterval(() => {
    const today = todayOf(environment);
    if (today === known) return;
    known = today;
    onDay();
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}
