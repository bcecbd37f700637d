import { app } from 'electron';
import type { ProfilePlaces } from './places';

/**
 * Runs the command-line tool inside the installed application, whose fuses forbid running it as Node, and ends
 * the process with its exit code (DESIGN.md §9). Signing keys are those of the profile, as in the window.
 */
export async function runCommandLineTool(words: readonly string[], profile: ProfilePlaces): Promise<void> {
  process.env.CONCERTATION_PROFILE = profile.profileFolder;
  const { runTool } = await import('../tool/index');
  const code = await runTool([...words]);
  await Promise.all([drained(process.stdout), drained(process.stderr)]);
  app.exit(code);
}

/** What was written to a pipe may still be on its way, and `app.exit` does not wait for it. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
