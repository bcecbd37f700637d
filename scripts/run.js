/**
 * Every command of package.json that a person types goes through here: `node scripts/run.js COMMAND [argument…]`
 * does the set-up which the command needs, then the command itself. It runs on the machine's own Node (20 or
 * later) before anything is installed, so neither it nor anything it imports has dependencies.
 */
import { prepare } from './setup/prepare.js';
import { StepError } from './setup/step.js';

/** What each command needs of the set-up, and the module that does its work. */
const commands = {
  start: { needs: ['dependencies', 'electron', 'display', 'build'], module: './commands/start.js' },
  demo: { needs: ['dependencies', 'electron', 'display', 'build'], module: './commands/demo.js' },
  test: { needs: ['dependencies', 'electron', 'display', 'testTools'], module: './commands/test.js' },
  tool: { needs: ['dependencies', 'build'], module: './commands/tool.js' },
  bench: { needs: ['dependencies', 'electron', 'display', 'build'], module: './commands/bench.js' },
  'dist:dir': { needs: ['dependencies', 'electron', 'build'], module: './commands/dist-dir.js' },
  'test:windows': { needs: ['dependencies', 'build'], module: './commands/test-windows.js' },
};

const [name, ...args] = process.argv.slice(2);
process.exitCode = await main();

async function main() {
  const command = commands[name];
  if (command === undefined) {
    process.stderr.write(`Usage: node scripts/run.js ${Object.keys(commands).join('|')} [argument…]\n`);
    return 2;
  }
  try {
    await prepare(command.needs);
    const { run } = await import(command.module);
    return await run(args);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    process.stderr.write(`\nset-up stopped: ${error.message}\nWhat to do: ${error.remedy}\n`);
    return 1;
  }
}
