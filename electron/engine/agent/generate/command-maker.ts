// A maker that is a program on this machine. It is named by whoever starts the run, never by a project:
// opening somebody's project must not run somebody's program.
import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgentCommand, AgentCommands } from '../../../../shared/model/agent.ts';
import type { ModalityId } from '../../../../shared/model/modality.ts';
import { oneLine } from '../../judges/endpoint/one-line.ts';
import type { Maker } from '../define.ts';
import type { MadeFile, ToolFailure, ToolRequest } from '../tools/define.ts';

const MODALITY_OF: Readonly<Record<keyof AgentCommands, ModalityId>> = {
  image: 'image',
  speech: 'audio',
  video: 'video',
  threeD: 'threeD',
};

const DESCRIPTION: Readonly<Record<keyof AgentCommands, string>> = {
  image: 'Makes the image that "prompt" describes.',
  speech: 'Speaks the words in "content".',
  video: 'Makes the video that "prompt" describes.',
  threeD: 'Makes the 3D object that "prompt" describes.',
};

/** @returns one maker a command, named `command.image` and so on */
export function createCommandMakers(commands: AgentCommands): Maker[] {
  const kinds = Object.keys(MODALITY_OF) as (keyof AgentCommands)[]; // a complete record of them
  return kinds.flatMap((kind): Maker[] => {
    const command = commands[kind];
    if (command === undefined) return [];
    return [
      {
        id: `command.${kind}`,
        modality: MODALITY_OF[kind],
        description: DESCRIPTION[kind],
        isGeneral: true,
        make: (request, dir, signal) => run(kind, command, request, dir, signal),
      },
    ];
  });
}

/** What a program is told of this process's surroundings: no keys. */
const PASSED = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'] as const;
const SAID_LENGTH = 300;

async function run(
  kind: keyof AgentCommands,
  { argv, extension, timeoutMs }: AgentCommand,
  { prompt, content }: ToolRequest,
  dir: string,
  signal: AbortSignal,
): Promise<MadeFile | ToolFailure> {
  const fileName = `made.${extension}`;
  const out = join(dir, fileName);
  const words = kind === 'speech' ? (content?.trim() ?? '') || prompt : prompt;
  // what begins with a dash would be taken for an option
  const safe = words.replace(/^[\s-]+/, '').replaceAll('\0', '');
  const [program = '', ...args] = argv.map((part) =>
    part.replaceAll('{out}', () => out).replaceAll('{prompt}', () => safe),
  );
  const ended = await runProgram(program, args, { dir, timeoutMs, signal });
  signal.throwIfAborted();
  if (ended.why !== undefined) {
    const message = `"${program}" made nothing: ${ended.why}.`;
    return { status: 'failed', code: ended.isLate ? 'timeout' : 'failed', message };
  }
  const sizeBytes = await stat(out).then(
    ({ size }) => size,
    () => undefined,
  );
  if (sizeBytes !== undefined) return { status: 'made', fileName, sizeBytes };
  const message = `"${program}" ended well and wrote no file; it was told to write to {out}.`;
  return { status: 'failed', code: 'failed', message };
}

interface Ended {
  /** Why it gave nothing; absent when it ended well. */
  readonly why: string | undefined;
  readonly isLate: boolean;
}

function runProgram(
  program: string,
  args: readonly string[],
  limits: { readonly dir: string; readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<Ended> {
  const { dir, timeoutMs, signal } = limits;
  return new Promise((resolve) => {
    const env = Object.fromEntries(PASSED.map((name) => [name, process.env[name]]));
    const child = spawn(program, [...args], {
      cwd: dir,
      env,
      shell: false,
      stdio: ['ignore', 'ignore', 'pipe'],
      signal,
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4 * SAID_LENGTH);
    });
    child.once('error', (error) => resolve({ why: oneLine(error.message, 200), isLate: false }));
    child.once('close', (code, killedBy) => {
      if (code === 0) return resolve({ why: undefined, isLate: false });
      const isLate = killedBy === 'SIGKILL';
      const how = isLate
        ? `it took longer than ${timeoutMs / 1000} s`
        : `it ended with ${code ?? killedBy ?? '?'}`;
      const words = oneLine(said, SAID_LENGTH);
      resolve({ why: words === '' ? how : `${how}: "${words}"`, isLate });
    });
  });
}
