import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** Who gets what a program writes; descriptor 1, 2 and from 3 on. */
export type Sinks = Readonly<Record<number, (chunk: Buffer) => void>>;

/** How a program ended. */
export interface ProgramEnd {
  /** Absent when it was not found, killed or ended by a signal. */
  readonly exitCode?: number;
  readonly isMissing: boolean;
  readonly isTimedOut: boolean;
}

/**
 * Runs a program without a shell and without input, and waits for its end.
 *
 * @param program  a name on the PATH
 * @param timeLimitMs  it is killed after that
 */
export function runProgram(
  program: string,
  args: readonly string[],
  sinks: Sinks,
  timeLimitMs: number,
): Promise<ProgramEnd> {
  const highest = Math.max(2, ...Object.keys(sinks).map(Number));
  const pipes = Array.from({ length: highest }, (_, i) => (i + 1 in sinks ? 'pipe' : 'ignore'));
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', ...pipes],
      windowsHide: true,
    } as object);
    let isTimedOut = false;
    const timer = setTimeout(() => {
      isTimedOut = true;
      child.kill('SIGKILL');
    }, timeLimitMs);
    const end = (result: Omit<ProgramEnd, 'isTimedOut'>) => {
      clearTimeout(timer);
      resolve({ ...result, isTimedOut });
    };
    child.once('error', (error) => {
      end({ isMissing: 'code' in error && error.code === 'ENOENT' });
    });
    child.once('close', (code) => {
      end({ isMissing: false, ...(code !== null && { exitCode: code }) });
    });
    listen(child, sinks);
  });
}

function listen(child: ChildProcess, sinks: Sinks): void {
  for (const [descriptor, sink] of Object.entries(sinks)) {
    const stream = child.stdio[Number(descriptor)] as Readable | null | undefined;
    stream?.on('data', sink);
    // a killed program breaks its pipes; that it ended says enough
    stream?.on('error', () => undefined);
  }
}

/** Runs a program for its output, at most `maxBytes` of it. */
export async function readProgram(
  program: string,
  args: readonly string[],
  timeLimitMs: number,
  maxBytes = 4_000_000,
): Promise<{ readonly end: ProgramEnd; readonly output: string }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const keep = (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
  };
  const end = await runProgram(program, args, { 1: keep }, timeLimitMs);
  return { end, output: Buffer.concat(chunks).toString('utf8') };
}
