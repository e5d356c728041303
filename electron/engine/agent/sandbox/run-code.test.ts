import { describe, expect, test } from 'vitest';
import { CODE_LIMITS } from '../tools/define.ts';
import { runCode } from './run-code.ts';

const never = new AbortController().signal;
const run = (source: string, inputs: Parameters<typeof runCode>[1] = []) =>
  runCode(source, inputs, CODE_LIMITS, never);

describe('code for a data report', () => {
  test('reads its inputs, prints, lays a table and a chart, and returns a value', async () => {
    const source = `
      const units = data.sales.map((row) => row.units);
      const mean = units.reduce((sum, one) => sum + one, 0) / units.length;
      print('mean', mean, data.note.from, inputs.sales.length, typeof data.words);
      console.log(new Map([['a', 1n]]), [1, NaN]);
      table('Sales', data.sales);
      chart({ kind: 'bar', title: 'Units', labels: data.sales.map((row) => row.month),
        series: [{ name: 'units', values: units }] });
      return { mean, most: 'Feb' }`;

    const ran = await run(source, [
      { name: 'sales', text: 'month,units\nJan,10\nFeb,14\nMar,6\n' },
      { name: 'note', text: '{"from": "a file"}' },
      { name: 'words', text: 'no table\nat all' },
    ]);

    expect(ran).toMatchObject({
      status: 'ran',
      value: { mean: 10, most: 'Feb' }, // (10 + 14 + 6) / 3
      output: 'mean 10 a file 32 undefined\n{"a":"1"} [1,"NaN"]',
      tables: [
        {
          title: 'Sales',
          columns: ['month', 'units'],
          rows: [
            ['Jan', 10],
            ['Feb', 14],
            ['Mar', 6],
          ],
        },
      ],
      charts: [{ kind: 'bar', labels: ['Jan', 'Feb', 'Mar'], series: [{ values: [10, 14, 6] }] }],
    });
  });

  test('promises are waited for, and code may end in a comment', async () => {
    expect(await run('return await Promise.resolve(5) // five')).toMatchObject({
      status: 'ran',
      value: 5,
    });
  });

  test('a promise that is never kept fails', async () => {
    expect(await run('return new Promise(() => {})')).toMatchObject({
      status: 'failed',
      code: 'error',
    });
  });

  test('an error is told with its line, and what was printed before it is kept', async () => {
    expect(await run("print('so far')\n\nmissing.value")).toMatchObject({
      status: 'failed',
      code: 'error',
      message: "ReferenceError: 'missing' is not defined (line 3)",
      output: 'so far',
    });
  });

  test('a slip of the pen is told, too', async () => {
    expect(await run('const a = ;')).toMatchObject({ status: 'failed', code: 'error' });
  });

  test('a chart that is none fails the code', async () => {
    expect(await run("chart({ kind: 'pie', labels: ['a'] })")).toMatchObject({
      status: 'failed',
      code: 'error',
      message: expect.stringContaining('Bad chart') as string,
    });
  });

  test('a cancelled run rejects with the reason', async () => {
    const stop = new AbortController();
    const running = runCode('for (;;);', [], CODE_LIMITS, stop.signal);
    stop.abort(new Error('not needed'));
    await expect(running).rejects.toThrow('not needed');
  });
});
