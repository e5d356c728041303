// Child processes of the setup scripts: their output is passed on or kept, signals reach them, and
// their exit code is ours.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { findNode, tooOldMessage } from './node-version.mjs';
import { inRoot, ROOT } from './paths.mjs';

/** Ends the process with words instead of a stack. */
export function stop(message, code = 3) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

/** A fitting Node.js, or the end of the process with a clear message. */
export function requireNode() {
  return findNode() ?? stop(tooOldMessage());
}

function environment(node) {
  const search = [path.dirname(node), inRoot('node_modules', '.bin'), process.env.PATH ?? ''];
  return {
    // what was compiled once is not compiled again in each of hundreds of processes
    NODE_COMPILE_CACHE: inRoot('out', 'compile-cache'),
    ...process.env,
    PATH: search.join(path.delimiter),
  };
}

/**
 * Runs a program in the project's folder and resolves to its exit code.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string>, cwd?: string }} [options]
 *   quiet: keep the output and return it instead of passing it on
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...environment(findNode() ?? process.execPath), ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    // Ctrl+C reaches the child by itself, which decides when to end; then nothing further is begun
    let isEnding = false;
    const wait = () => (isEnding = true);
    const pass = () => {
      isEnding = true;
      child.kill('SIGTERM');
    };
    process.on('SIGINT', wait);
    process.on('SIGTERM', pass);
    const done = (code) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', pass);
      if (isEnding) process.exit(code);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `Cannot start "${command}": ${error.message}\n`;
      if (!options.quiet) process.stderr.write(output);
      done(127);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

/** Runs a script with a fitting Node.js. */
export const runNode = (args, options) => run(requireNode(), args, options);

/** Arguments that run a tool of node_modules by its script, without a shell. */
export const tool = (file, ...args) => [inRoot('node_modules', file), ...args];
