// Code that tries to get out. What it could reach stands ready: a file, a variable of the environment, a
// server, a folder to write into. Each attack says what it got; nothing of that may be among it.
import { createServer, type Server } from 'node:http';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeResult } from '../tools/define.ts';
import { runCode } from './run-code.ts';

const SECRET = 'the-secret-7c1f';
/** For what never ends by itself; everything else has the time of a machine that is busy. */
const SHORT_MS = 300;
const LIMITS = { timeMs: 10_000, memoryBytes: 64 * 2 ** 20, outputLength: 100_000 };
const folder = mkdtempSync(join(tmpdir(), 'loupe-escape-'));
const file = join(folder, 'secret.txt');
let server: Server;
let address = '';
let visits = 0;

beforeAll(async () => {
  writeFileSync(file, SECRET);
  process.env['LOUPE_ESCAPE_SECRET'] = SECRET;
  server = createServer((_, response) => {
    visits += 1;
    response.end(SECRET);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => {
  server.close();
  delete process.env['LOUPE_ESCAPE_SECRET'];
  rmSync(folder, { recursive: true });
});

/** Tries each expression for itself and says what came of it. */
function trying(expressions: readonly string[]): string {
  const tries = expressions.map(
    (expression) => `try { got.push(await (${expression})) } catch (e) { got.push('no: ' + e) }`,
  );
  return `const got = []; ${tries.join('\n')}\n return got.map(String)`;
}

async function attack(source: string, timeMs = LIMITS.timeMs): Promise<CodeResult> {
  const limits = { ...LIMITS, timeMs };
  const result = await runCode(source, [], limits, new AbortController().signal);
  expect(JSON.stringify(result)).not.toContain(SECRET);
  expect(visits).toBe(0);
  expect(readdirSync(folder)).toEqual(['secret.txt']);
  return result;
}

async function attackAll(expressions: readonly string[]): Promise<void> {
  const result = await attack(trying(expressions));
  expect(result.status === 'failed' ? result.message : '').toBe('');
  const got = result.status === 'ran' ? (result.value as string[]) : [];
  expect(got.filter((said) => !said.startsWith('no: '))).toEqual([]);
}

async function attackEnds(source: string, code: string): Promise<void> {
  const timeMs = code === 'timeout' ? SHORT_MS : LIMITS.timeMs;
  expect(await attack(source, timeMs)).toMatchObject({ status: 'failed', code });
}

describe('what there is', () => {
  test('the world has the language and five things of ours, nothing of a host', async () => {
    const result = await attack('return Object.getOwnPropertyNames(globalThis).sort()');
    const names = result.status === 'ran' ? (result.value as string[]) : [];

    expect(names).toContain('print');
    for (const name of [
      ...[
        'process',
        'require',
        'module',
        'global',
        'window',
        'self',
        'std',
        'os',
        'bjson',
        'Worker',
      ],
      ...[
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'EventSource',
        'navigator',
        'WebAssembly',
        'Deno',
      ],
      ...[
        'setTimeout',
        'setInterval',
        'queueMicrotask',
        'structuredClone',
        'Buffer',
        'emit',
        'scriptArgs',
      ],
    ]) {
      expect(names).not.toContain(name);
    }
  });
});

describe('ways out', () => {
  test('no file is read or written', async () => {
    const path = JSON.stringify(file);
    await attackAll([
      `require('fs').readFileSync(${path}, 'utf8')`,
      `import('fs').then((fs) => fs.readFileSync(${path}, 'utf8'))`,
      `import('node:fs/promises').then((fs) => fs.writeFile(${JSON.stringify(join(folder, 'x'))}, 'x'))`,
      `import(${path})`,
      `import(${JSON.stringify(`file://${file}`)})`,
      `import('data:text/javascript,export default 1')`,
      `import(${path}, { with: { type: 'json' } })`,
      `std.loadFile(${path})`,
      `import('std').then((std) => std.loadFile(${path}))`,
      `import('qjs:std').then((std) => std.open(${path}, 'r').readAsString())`,
      `os.open(${path})`,
      `load(${path})`,
      `read(${path})`,
    ]);
  });

  test('nothing is fetched', async () => {
    await attackAll([
      `fetch(${JSON.stringify(address)}).then((reply) => reply.text())`,
      `import(${JSON.stringify(address)})`,
      `new WebSocket(${JSON.stringify(address.replace('http', 'ws'))})`,
      `import('node:http').then((http) => http.get(${JSON.stringify(address)}))`,
      `import('node:net')`,
      `import('node:dns')`,
    ]);
  });

  test('no process is reached', async () => {
    await attackAll([
      'process.env.LOUPE_ESCAPE_SECRET',
      "globalThis.process.binding('fs')",
      "import('node:child_process').then((cp) => cp.execSync('env'))",
      "import('node:worker_threads').then(({ parentPort }) => parentPort.postMessage('x'))",
      "import('node:process')",
      "os.exec(['env'])",
      "std.getenv('LOUPE_ESCAPE_SECRET')",
      'std.exit(0)',
    ]);
  });

  test('no chain of constructors leads to a function of the host', async () => {
    const roots = [
      'print',
      'table',
      'chart',
      'console.log',
      'inputs.constructor',
      '(async () => {})',
    ];
    const steps = ['.constructor', '.constructor.constructor', '.__proto__.constructor'];
    await attackAll([
      ...roots.flatMap((root) =>
        steps.map((step) => `${root}${step}('return process.env.LOUPE_ESCAPE_SECRET')()`),
      ),
      "(function* () {}).constructor('return process')().next().value.env",
      "Reflect.construct(Function, ['return process'])().env",
      "new Function('return this.process.mainModule.require')()('fs')",
      "(0, eval)('this').process.env",
      "(() => { try { table() } catch (e) { return e.constructor.constructor('return process')() } throw 0 })().env",
      "(() => { try { null.x } catch (e) { return e.constructor.constructor('return process')() } })().env",
      "print.caller('return process')",
      'print.arguments[0].process.env',
      "(() => { Error.prepareStackTrace = (_, sites) => sites[0].getThis().process; return new Error('').stack.env.x })()",
    ]);
  });

  test('a host function called in odd ways gives nothing', async () => {
    const result = await attack(`
      const seen = [];
      const { apply, call } = Function.prototype;
      Function.prototype.call = function (...given) { seen.push(typeof given[0]); return call.apply(this, given) };
      Function.prototype.apply = function (...given) { seen.push('apply'); return apply.apply(this, given) };
      Array.prototype.map = function () { seen.push('map'); return [this] };
      Array.prototype.join = () => ({ toString() { seen.push('string'); return 'x' } });
      String.prototype.slice = () => { seen.push('slice'); return 'x' };
      Object.prototype.toJSON = () => ({ polluted: true });
      try { print({ toString() { throw this } }) } catch {}
      try { table({ toString: null }, [[Symbol.iterator]]) } catch {}
      return 'ended'`);
    expect(JSON.stringify(result)).not.toContain('process');
  });

  test('prototypes of the host stay as they are', async () => {
    const source = `
      Object.prototype.polluted = 1; Array.prototype.polluted = 1;
      table('t', [['__proto__', 'constructor'], ['a', 'b']]);
      chart(JSON.parse('{"__proto__": {"polluted": 1}, "kind": "bar", "labels": ["a"], "series": [{"values": [1]}]}'));
      return JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}')`;
    const result = await attack(source);

    expect(result.status).toBe('ran');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(([] as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('results that lie about themselves are refused or read as text', async () => {
    await attackEnds(
      "JSON.stringify = () => 'x'; return { toJSON() { throw new Error('mine') } }",
      'error',
    );
    await attackEnds('throw { toString() { throw 1 }, toJSON() { throw 2 } }', 'error');
    await attackEnds(
      'throw new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 } })',
      'error',
    );
    await attackEnds('return new Proxy({}, { ownKeys() { for (;;); } })', 'timeout');
  });
});

describe('ways to take too much', () => {
  test.each([
    ['a loop', 'for (;;);'],
    ['a loop in finally', 'try { for (;;); } catch {} finally { for (;;); }'],
    ['promise jobs without end', 'const f = () => Promise.resolve().then(f); f(); 1'],
    ['an async loop', '(async () => { for (;;) await null })()'],
    ['a thenable without end', 'const t = { then(next) { next(t) } }; return Promise.resolve(t)'],
    ['a pattern that goes back and forth', "/(a+)+$/.test('a'.repeat(60) + 'b')"],
    ['sorting without end', 'new Array(1e6).fill(0).map((_, i) => i).sort(() => { for (;;); })'],
    ['a getter of the result', 'return { get x() { for (;;); } }'],
    ['a toString of an error', 'throw { toString() { for (;;); }, toJSON() { for (;;); } }'],
    ['generators', '[...(function* () { for (;;) yield; })()].length; for (;;);'],
    ['a giant power', '2n ** (2n ** 24n) % 7n; for (;;);'],
  ])('%s is ended', async (_, source) => {
    const result = await attack(source, SHORT_MS);
    expect(result.status).toBe('failed');
    // some run out of memory before their time
    expect(['timeout', 'memory', 'error']).toContain(result.status === 'failed' && result.code);
  });

  test.each([
    ['arrays', 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length))'],
    ['strings', "const all = []; for (;;) all.push(('x' + all.length).repeat(1e6) + all.length)"],
    ['buffers', 'const all = []; for (;;) all.push(new Uint8Array(1e6).fill(1))'],
    ['doubling', "let s = 'ab'; for (;;) s = s + s + Math.random()"],
    ['a huge array', 'new Array(2 ** 32 - 1).fill(0).length'],
    ['an object with many keys', 'const o = {}; for (let i = 0; ; i++) o["k" + i] = { i }'],
  ])('memory by %s ends the code and not the app', async (_, source) => {
    const before = process.memoryUsage().rss;
    const result = await attack(source);

    expect(result.status).toBe('failed');
    // 64 MB are given, 80 the thread may have
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * 2 ** 20);
  });

  test('calls without end are a stack that is full, not a crash', async () => {
    await attackEnds('const f = () => f() + 1; f()', 'error');
    await attackEnds("JSON.parse('['.repeat(1e6))", 'error');
    expect((await attack("new RegExp('('.repeat(1e5) + ')'.repeat(1e5))")).status).toBe('failed');
    expect((await attack("eval('('.repeat(1e6))")).status).toBe('failed');
  });

  test('what is said is counted before it is copied', async () => {
    await attackEnds("print('x'.repeat(2e5))", 'output');
    await attackEnds("return 'x'.repeat(2e6)", 'output');
    await attackEnds("for (;;) { try { print('x'.repeat(1000)) } catch {} }", 'output');
    await attackEnds("throw 'x'.repeat(2e7)", 'error');
  });
});
