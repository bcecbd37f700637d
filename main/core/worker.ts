import { parentPort, workerData } from 'node:worker_threads';
import { startCore } from './core';
import type { FromCore, ToCore } from './protocol';
import type { CoreSettings } from './settings';

/** Entry of the core worker: messages of the shell in, answers and events out. */
const port = parentPort;
if (!port) throw new Error('The core worker runs in a worker thread');

const post = (message: FromCore) => port.postMessage(message);
const core = startCore(workerData as CoreSettings, {
  event: (event) => post({ type: 'event', event }),
  bug: (operation, error) =>
    post({
      type: 'bug',
      operation,
      stack: error instanceof Error ? (error.stack ?? error.name) : String(error),
    }),
});

port.on('message', (message: ToCore) => {
  switch (message.type) {
    case 'call':
      void core
        .answer(message.operation, message.input, message.call)
        .then((answer) => post({ type: 'answer', call: message.call, answer }));
      return;
    case 'cancel':
      core.cancel(message.call);
      return;
    case 'file':
      core.addFile(message.handle, message.path, message.name);
      return;
    case 'close':
      core.close();
      post({ type: 'closed' });
  }
});
