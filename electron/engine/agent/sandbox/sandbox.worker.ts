// A thread for one piece of code. It is ended after its answer, whatever that is.
import { parentPort, workerData } from 'node:worker_threads';
import { interpret } from './interpreter.ts';
import type { FromSandbox, SandboxJob } from './messages.ts';

const port = parentPort;
if (port === null) throw new Error('runs as a thread only');
const tell = (message: FromSandbox) => port.postMessage(message);
tell({ kind: 'started' });
tell(await interpret(workerData as SandboxJob, (said) => tell({ kind: 'said', said })));
