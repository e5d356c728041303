import { Worker } from 'node:worker_threads';
import { ChartSpec } from '../tools/chart/chart-spec.ts';
import type { CodeInput, CodeLimits, CodeResult, CodeTable } from '../tools/define.ts';
import type { FromSandbox, SandboxJob, SandboxSaid } from './messages.ts';
import { readInputs } from './read-inputs.ts';
import { SaidTable } from './said-table.ts';

/** The interpreter stops itself; a thread that does not is ended this much later. */
const GRACE_MS = 1_000;
/** A machine under load may take long to start a thread; this is not the code's time. */
const START_MS = 30_000;
/** Of the thread that holds the interpreter; the interpreter's own memory is not among it. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };

type Failure = Extract<CodeResult, { readonly status: 'failed' }>;
type Ending =
  | { readonly status: 'ran'; readonly value: unknown }
  | Pick<Failure, 'status' | 'code' | 'message'>;

/**
 * Runs JavaScript that nobody has looked at: no files, no network, no process, no modules; limited time,
 * memory and output. A thread of its own holds an interpreter, and ends with it.
 */
export async function runCode(
  source: string,
  inputs: readonly CodeInput[],
  limits: CodeLimits,
  signal: AbortSignal,
): Promise<CodeResult> {
  signal.throwIfAborted();
  const started = performance.now();
  const said: SandboxSaid[] = [];
  const job = { source, ...readInputs(inputs), ...limits };
  const ending = await inThread(job, (one) => said.push(one), signal);
  signal.throwIfAborted();
  return withSaid(ending, said, performance.now() - started);
}

function failed(code: Failure['code'], message: string): Ending {
  return { status: 'failed', code, message };
}

async function inThread(
  job: SandboxJob,
  hear: (said: SandboxSaid) => void,
  signal: AbortSignal,
): Promise<Ending> {
  const worker = new Worker(new URL('./sandbox.worker.ts', import.meta.url), {
    workerData: job,
    env: {},
    argv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: THREAD_LIMITS,
  });
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const late = () =>
    resolve(failed('timeout', `The code was stopped after ${job.timeMs / 1000} s.`));
  let timer = setTimeout(late, START_MS + job.timeMs);
  const cancel = () => resolve(failed('error', 'Cancelled.'));
  signal.addEventListener('abort', cancel, { once: true });
  worker.on('message', (message: FromSandbox) => {
    if (message.kind === 'said') hear(message.said);
    else if (message.kind === 'failed') resolve(failed(message.reason, message.message));
    else if (message.kind === 'done') resolve(doneWith(message.result));
    else {
      clearTimeout(timer);
      timer = setTimeout(late, job.timeMs + GRACE_MS);
    }
  });
  worker.on('error', (error: Error & { readonly code?: string }) => {
    const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    resolve(failed(memory ? 'memory' : 'error', `The thread was ended: ${error.message}`));
  });
  worker.on('exit', () => resolve(failed('error', 'The thread ended without an answer.')));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}

function doneWith(result: string): Ending {
  const value = parsed(result);
  if (value === undefined) return failed('error', 'What the code returns is no JSON.');
  return { status: 'ran', value: value ?? undefined };
}

/** What code says is text until a schema has read it; a chart that is none fails the code. */
function withSaid(ending: Ending, said: readonly SandboxSaid[], durationMs: number): CodeResult {
  const output = said.flatMap(({ kind, text }) => (kind === 'print' ? [text] : [])).join('\n');
  if (ending.status === 'failed') return { ...ending, output, durationMs };
  const tables: CodeTable[] = [];
  const charts: ChartSpec[] = [];
  for (const { kind, text } of said) {
    if (kind === 'print') continue;
    const read = (kind === 'table' ? SaidTable : ChartSpec).safeParse(parsed(text));
    if (!read.success) {
      const [issue] = read.error.issues;
      const why = `${issue?.message ?? ''} (${issue?.path.join('.') ?? ''})`;
      return {
        status: 'failed',
        code: 'error',
        message: `Bad ${kind}: ${why}`,
        output,
        durationMs,
      };
    }
    if ('columns' in read.data) tables.push(read.data);
    else charts.push(read.data);
  }
  return { ...ending, output, tables, charts, durationMs };
}

/** @returns undefined for what is no JSON */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
