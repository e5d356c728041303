import { expect, test } from 'vitest';
import { emptyCommand, parseCommand } from './agent-command-draft.ts';

const DRAFT = emptyCommand('image');
const errorsOf = (part: Partial<typeof DRAFT>) => {
  const parsed = parseCommand({ ...DRAFT, line: 'paint {prompt} {out}', ...part });
  return parsed.status === 'wrong' ? parsed.errors : parsed.status;
};

test('a line is split as in a terminal, and nothing in it is run or replaced', () => {
  const line = `"/opt/my tools/paint"  --style='oil, $HOME' C:\\x {prompt} -o {out};rm`;

  expect(parseCommand({ line, ending: '.PNG', seconds: '1.5' })).toEqual({
    status: 'ok',
    value: {
      argv: [
        ...['/opt/my tools/paint', '--style=oil, $HOME', 'C:\\x'],
        ...['{prompt}', '-o', '{out};rm'],
      ],
      extension: 'png',
      timeoutMs: 1500,
    },
  });
});

test('an empty line is no command', () => {
  expect(parseCommand({ ...DRAFT, line: '  ' })).toEqual({ status: 'none' });
});

test.each([
  [{ line: 'paint "{prompt} {out}' }, { line: 'A quotation mark is not closed.' }],
  [{ line: 'paint {prompt}' }, { line: 'It must say where {out} goes.' }],
  [{ line: 'paint' }, { line: 'It must say where {prompt} and {out} go.' }],
  [{ line: 'paint "" {prompt} {out}' }, { line: 'An argument is empty.' }],
  [{ line: '{prompt} {out}' }, { line: 'It must begin with a program.' }],
  [{ ending: 'a/b' }, { ending: 'Such as png, without a dot.' }],
  [{ seconds: '0' }, { seconds: 'From 0.1 to 3,600.' }],
  [{ seconds: 'long' }, { seconds: 'From 0.1 to 3,600.' }],
])('%o is told to be wrong', (part, errors) => {
  expect(errorsOf(part)).toEqual(errors);
});
