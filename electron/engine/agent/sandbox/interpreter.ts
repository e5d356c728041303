// QuickJS compiled to WebAssembly: the code runs on an interpreter whose whole world is one block of memory
// with a fixed end. It has no modules, and the only function of ours inside takes two texts.
import variant from '@jitl/quickjs-singlefile-mjs-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
} from 'quickjs-emscripten-core';
import { GUEST_PRELUDE } from './guest-prelude.ts';
import type { FromSandbox, SandboxJob, SandboxSaid } from './messages.ts';

const PAGE_BYTES = 65_536;
/** What the module itself asks for at its start. */
const FIRST_PAGES = 256;
const STACK_BYTES = 256 * 1024;
/** Promise jobs between two looks at the clock. */
const JOBS_AT_ONCE = 1_000;

/** Tables, charts and results may be this many times as long as what is printed. */
const LENGTH_OF_VALUES = 10;

/** The part of WebAssembly that is used; the types of Node.js do not name it. */
interface Wasm {
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number }) => never;
}
const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: Wasm };

type Ending = Exclude<FromSandbox, { readonly kind: 'said' | 'started' }>;
type Reason = Extract<Ending, { readonly kind: 'failed' }>['reason'];

/** Ends a run from within our own functions. */
class Ended extends Error {
  readonly reason: Reason;
  constructor(reason: Reason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Runs code to its end or its limits.
 *
 * @param say  hears what it prints, its tables and charts, as they come
 */
export async function interpret(
  job: SandboxJob,
  say: (said: SandboxSaid) => void,
): Promise<Ending> {
  const pages = Math.max(FIRST_PAGES, Math.floor(job.memoryBytes / PAGE_BYTES));
  const wasmMemory = new wasm.Memory({ initial: FIRST_PAGES, maximum: pages });
  const quickJs = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmMemory }));
  const runtime = quickJs.newRuntime();
  runtime.setMemoryLimit(job.memoryBytes);
  runtime.setMaxStackSize(STACK_BYTES);
  const clock = createClock(job);
  runtime.setInterruptHandler(() => clock.ended() !== undefined);
  try {
    const result = runIn(runtime.newContext(), job, clock, say);
    // an end that came in a promise that nobody waits for ends no job of ours
    const ended = clock.ended();
    return ended === undefined ? { kind: 'done', result } : failureOf(ended);
  } catch (error) {
    return failureOf(clock.ended() ?? error);
  }
  // nothing is disposed: the thread ends, and its memory with it
}

interface Clock {
  /** Why everything has to stop, once it has to. */
  readonly ended: () => Ended | undefined;
  /** Counts what is said. @throws Ended when it is too much */
  readonly spend: (kind: 'print' | 'value', characters: number) => void;
}

function createClock({ timeMs, outputLength }: SandboxJob): Clock {
  const deadline = performance.now() + timeMs;
  const left = { print: outputLength, value: outputLength * LENGTH_OF_VALUES };
  let over: Ended | undefined;
  return {
    ended() {
      if (over === undefined && performance.now() > deadline) {
        over = new Ended('timeout', `The code was stopped after ${timeMs / 1000} s.`);
      }
      return over;
    },
    spend(kind, characters) {
      left[kind] -= characters;
      if (left[kind] >= 0) return;
      over ??= new Ended('output', `The code says more than ${outputLength} characters.`);
      throw over;
    },
  };
}

function runIn(
  context: QuickJSContext,
  job: SandboxJob,
  clock: Clock,
  say: (said: SandboxSaid) => void,
): string {
  const emit = context.newFunction('emit', (kind, text) => {
    const name = context.typeof(kind) === 'string' ? context.getString(kind) : '';
    if (name !== 'print' && name !== 'table' && name !== 'chart') return;
    const said = textOf(context, text, clock, name === 'print' ? name : 'value');
    say({ kind: name, text: said });
  });
  const given = [emit, context.newString(job.texts), context.newString(job.data)];
  const prelude = context.unwrapResult(context.evalCode(GUEST_PRELUDE, 'prelude'));
  const words = context.unwrapResult(context.callFunction(prelude, context.undefined, ...given));
  const ends = { result: context.getProp(words, 'result'), error: context.getProp(words, 'error') };

  const evaluated = context.evalCode(`(async () => {${job.source}\n})()`, 'code');
  if (evaluated.error !== undefined) throw thrownBy(context, ends.error, evaluated.error, clock);
  runJobs(context, clock);
  const settled = context.getPromiseState(evaluated.value);
  if (settled.type === 'pending') {
    throw new Ended('error', 'The code waits for a promise that nothing will ever keep.');
  }
  if (settled.type === 'rejected') throw thrownBy(context, ends.error, settled.error, clock);
  const result = context.callFunction(ends.result, context.undefined, settled.value);
  if (result.error !== undefined) throw thrownBy(context, ends.error, result.error, clock);
  return textOf(context, result.value, clock, 'value');
}

/** A text leaves only after its length has been counted, so that no giant is copied. */
function textOf(
  context: QuickJSContext,
  handle: QuickJSHandle,
  clock: Clock,
  kind: 'print' | 'value',
): string {
  if (context.typeof(handle) !== 'string') throw new Ended('error', 'The code says no text.');
  clock.spend(kind, context.getNumber(context.getProp(handle, 'length')));
  return context.getString(handle);
}

function runJobs(context: QuickJSContext, clock: Clock): void {
  while (context.runtime.hasPendingJob()) {
    const ended = clock.ended();
    if (ended !== undefined) throw ended;
    const ran = context.runtime.executePendingJobs(JOBS_AT_ONCE);
    if (ran.error !== undefined) throw new Ended('error', 'A promise job of the code was ended.');
  }
}

function thrownBy(
  context: QuickJSContext,
  describe: QuickJSHandle,
  thrown: QuickJSHandle,
  clock: Clock,
): Ended {
  const ended = clock.ended();
  if (ended !== undefined) return ended;
  const described = context.callFunction(describe, context.undefined, thrown);
  if (described.error !== undefined || context.typeof(described.value) !== 'string') {
    return (
      clock.ended() ?? new Ended('error', 'The code threw something that cannot be put into words.')
    );
  }
  const message = context.getString(described.value).slice(0, 2_000);
  return new Ended(message.includes('out of memory') ? 'memory' : 'error', message);
}

function failureOf(error: unknown): Ending {
  if (error instanceof Ended) {
    return { kind: 'failed', reason: error.reason, message: error.message };
  }
  // a trap of the interpreter itself: its memory or its stack came to an end
  const message = error instanceof Error ? error.message : String(error);
  const reason = /memory|OOM|Abort/i.test(message) ? 'memory' : 'error';
  return { kind: 'failed', reason, message: `The interpreter was ended: ${message}` };
}
