import { spawn } from 'node:child_process';

/**
 * Runs a tool found on PATH and returns what it wrote to stdout.
 *
 * @param input  bytes for its stdin
 * @throws Error with the tool's last words when it does not end with 0
 */
export function runTool(
  tool: string,
  args: readonly string[],
  input?: Uint8Array | readonly Uint8Array[],
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (cause) => {
      reject(new Error(`Cannot run "${tool}": install it and try again.`, { cause }));
    });
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new Error(`"${tool}" ended with ${code}: ${Buffer.concat(err).toString()}`));
    });
    child.stdin.on('error', () => {
      // the tool closed its input early; its exit code says why
    });
    for (const chunk of input === undefined ? [] : Array.isArray(input) ? input : [input])
      child.stdin.write(chunk);
    child.stdin.end();
  });
}
