import { runTool } from './index';

/** Entry of the command-line tool in plain Node: `node out/main/tool.js COMMAND`. */
process.exitCode = await runTool(process.argv.slice(2));
