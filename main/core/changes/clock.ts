/**
 * Hybrid logical clock (DESIGN.md §4): `0001764000000123-000a`-like text of 13 digits of milliseconds, `-`, and a
 * counter of 4 hex digits. Never goes back, even when the laptop's clock does.
 */
export interface HybridClock {
  /** The next instant, later than every one given or seen before. */
  next(): string;
}

/** Starts from the latest instant already in the log, so that order survives a restart and a clock set back. */
export function hybridClock(now: () => number, latest: string | null): HybridClock {
  let milliseconds = latest ? Number(latest.slice(0, 13)) : 0;
  let counter = latest ? Number.parseInt(latest.slice(14), 16) : -1;
  return {
    next() {
      const wall = Math.floor(now());
      if (wall > milliseconds) {
        milliseconds = wall;
        counter = 0;
      } else {
        counter += 1;
        if (counter > 0xffff) {
          milliseconds += 1;
          counter = 0;
        }
      }
      return `${String(milliseconds).padStart(13, '0')}-${counter.toString(16).padStart(4, '0')}`;
    },
  };
}

/** The wall-clock part as UTC ISO 8601 with milliseconds, for people. */
export function instantToIso(instant: string): string {
  return new Date(Number(instant.slice(0, 13))).toISOString();
}
