import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createTerminal } from './terminal.ts';

function recorder(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 60 });
  // a stream that says it is a terminal; nothing else of one is used
  return {
    stream: stream as unknown as NodeJS.WriteStream,
    text: () => String(stream.read() ?? ''),
  };
}

test('a bar is drawn on a terminal and taken away before the next line', () => {
  const out = recorder(true);
  const errors = recorder(true);
  const terminal = createTerminal(out.stream, errors.stream);

  terminal.progress(0.5, 'reading');
  terminal.print('done');

  expect(errors.text()).toBe('\r\x1b[K████████████░░░░░░░░░░░░ reading\r\x1b[K');
  expect(out.text()).toBe('done\n');
});

test('no bar is drawn into a pipe', () => {
  const errors = recorder(false);

  createTerminal(recorder(false).stream, errors.stream).progress(0.5, 'reading');

  expect(errors.text()).toBe('');
});

test('text of a data file cannot move the cursor', () => {
  const out = recorder(true);

  createTerminal(out.stream, recorder(true).stream).print('a\x1b[2Jb\x07c\td');

  expect(out.text()).toBe('ab�c\td\n');
});
