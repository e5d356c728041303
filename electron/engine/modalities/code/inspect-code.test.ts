import { expect, test } from 'vitest';
import type { Inspection } from '../define-inspection.ts';
import { type CodeSource, inspectCode } from './inspect-code.ts';

async function inspect(source: CodeSource): Promise<Inspection> {
  const outcome = await inspectCode(source);
  if (outcome.status !== 'inspected') throw new Error(outcome.reason);
  return outcome.inspection;
}

const figure = (inspection: Inspection, name: string) => inspection.figures[name]?.value;

/** A correct text and a broken one in every language, with the line where it breaks. */
const SAMPLES: readonly (readonly [
  language: string,
  right: string,
  wrong: string,
  line: number,
])[] = [
  ['python', 'def f(x):\n    return x + 1\n', 'def f(x):\n    y = 1\n    return (x +\n', 3],
  ['javascript', 'const f = (x) => x ?? 1;\n', 'const a = 1;\nconst f = (x) => ;\n', 2],
  ['typescript', 'type A<T> = { a: T };\n', 'type A = { a: string };\nlet b: = 1;\n', 2],
  ['tsx', 'const a = <b c="d">{e}</b>;\n', 'const a = 1;\nconst b = <b>{e</b>;\n', 2],
  ['c', 'int f(int a) { return a; }\n', 'int f(int a) {\n  return a\n}\n', 2],
  ['cpp', 'template <class T> T f(T a) { return a; }\n', 'int a;\nclass { int b } c\n', 2],
  ['java', 'class A { int f() { return 1; } }\n', 'class A {\n  int f( { return 1; }\n}\n', 2],
  ['html', '<!doctype html><p>a<br>b</p>\n', '<div>\n<p>a</q>\n</div>\n', 2],
  ['json', '{"a": [1, true, null]}\n', '{\n"a": [1, }\n', 2],
  ['sql', 'SELECT a FROM b WHERE c = 1;\n', 'SELECT 1;\nSELEC a FROM b;\n', 2],
  ['bash', 'for a in b c; do echo "$a"; done\n', 'echo a\nif [ 1 ]; then )\nfi\n', 2],
  ['go', 'package main\nfunc main() { a := 1; _ = a }\n', 'package main\nfunc main( { }\n', 2],
  ['rust', 'fn f() -> u8 { let x = 1; x }\n', 'fn g() {}\nfn f( -> u8 { 1 }\n', 2],
];

test.each(SAMPLES)(
  '%s: correct code has no errors, broken code has them in their line',
  async (...sample) => {
    const [language, right, wrong, line] = sample;

    const good = await inspect({ text: right, language });
    const bad = await inspect({ text: wrong, language });

    expect(good.findings).toEqual([]);
    expect(figure(good, 'syntax errors')).toBe(0);
    expect(figure(bad, 'syntax errors')).toBeGreaterThan(0);
    expect(bad.findings.map((finding) => finding.line)).toContain(line);
  },
);

const GUESSES: readonly (readonly [label: string, text: string])[] = [
  ['Python', 'import os\n\nclass A:\n    def f(self):\n        return len(os.sep)\n'],
  ['JavaScript', "const fs = require('fs');\nfs.readdir('.', (e, all) => console.log(all));\n"],
  ['TypeScript', 'interface A { b: string }\nexport function f(a: A): string { return a.b; }\n'],
  ['C', '#include <stdio.h>\nint main(void) { printf("%d", 1); return 0; }\n'],
  ['C++', '#include <iostream>\nint main() { std::cout << 1 << std::endl; }\n'],
  ['Java', 'import java.util.List;\npublic class A { private int b; }\n'],
  ['HTML', '<!DOCTYPE html>\n<html><body><p>a</p></body></html>\n'],
  ['JSON', '{\n  "a": [1, 2]\n}\n'],
  ['SQL', 'CREATE TABLE a (b INTEGER PRIMARY KEY);\nSELECT b FROM a;\n'],
  ['Bash', '#!/bin/sh\nset -e\necho "$1"\n'],
  ['Go', 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println(1) }\n'],
  ['Rust', 'fn main() {\n    let mut a = 1;\n    a += 1;\n    println!("{}", a);\n}\n'],
];

test.each(GUESSES)('%s without a name is known by its content', async (label, text) => {
  const inspection = await inspect({ text });

  expect(inspection.type).toBe(label);
  expect(inspection.notes).toEqual(
    label === 'SQL'
      ? [expect.any(String), expect.any(String)]
      : [`Taken for ${label} by its content.`],
  );
});

test('prose and a log are not taken for code', async () => {
  const prose = 'It was a dark night. She said: "Import the select few from here, while we wait."';
  const log = '2024-01-01 12:00:00 INFO started\n2024-01-01 12:00:01 WARN slow (3 s)\n';

  for (const text of [prose, log]) {
    expect((await inspect({ text })).figures['syntax errors']).not.toHaveProperty('value');
  }
});

test('size, functions, nesting and comments are counted', async () => {
  const text = [
    'def outer(a):', // 1
    '    """Says what it does', // docstring: 2 lines
    '    at length."""',
    '',
    '    # a comment',
    '    for i in a:', // depth 1
    '        if i:', // depth 2
    '            while True:', // depth 3, line 8
    '                break',
    '        elif a:',
    '            pass',
    '',
    'def inner(): pass',
  ].join('\n');

  const inspection = await inspect({ text, language: 'py' });

  expect(inspection.type).toBe('Python');
  expect(figure(inspection, 'lines')).toBe(13);
  expect(figure(inspection, 'blank lines')).toBe(2);
  expect(figure(inspection, 'functions')).toBe(2);
  expect(inspection.figures['longest function']).toMatchObject({
    value: 11,
    note: '"outer", line 1.',
  });
  expect(inspection.figures['nesting depth']).toMatchObject({ value: 3, note: 'Line 8.' });
  // 2 lines of docstring and 1 of comment, of 11 that are not blank
  expect(figure(inspection, 'comment share')).toBeCloseTo(3 / 11, 12);
});

test('a chain of else-ifs is no deeper than its first', async () => {
  const chain =
    'if (a) { f(); } else if (b) { g(); } else if (c) { h(); } else { if (d) { i(); } }';

  for (const language of ['javascript', 'c', 'java', 'cpp']) {
    const text =
      language === 'java' ? `class A { void m() { ${chain} } }` : `void m() { ${chain} }`;
    const source = language === 'javascript' ? chain : text;
    const inspection = await inspect({ text: source, language });
    // the `if (d)` in the last block is one deeper
    expect([language, figure(inspection, 'nesting depth')]).toEqual([language, 2]);
  }
});

test('an open bracket is pointed at, not the beginning of the part', async () => {
  const text = 'int main() {\n  int a = 1;\n  if (a) {\n    a = 2;\n}\n';

  const { findings } = await inspect({ text, language: 'cpp' });

  expect(findings).toHaveLength(1);
  expect(findings[0]?.line).not.toBe(undefined);
  expect(findings[0]?.message).toMatch(/"[{}]"/);
});

test('a header is read as C or C++, whichever fits', async () => {
  const c = await inspect({ text: 'int class(int new);\n', extension: 'h' });
  const cpp = await inspect({ text: 'class A { public: virtual ~A(); };\n', extension: 'h' });

  expect([c.type, cpp.type]).toEqual(['C', 'C++']);
});

test('code of another language than its name says is told so', async () => {
  const text = 'import os\n\ndef f(x):\n    return [i for i in x]\n\nprint(f(os.environ))\n';

  const inspection = await inspect({ text, extension: 'java' });

  expect(inspection.type).toBe('Java');
  expect(inspection.notes).toContain('It is named Java, but reads without errors as Python.');
});

test('SQL is checked statement by statement, in the dialect that fits', async () => {
  const text = [
    "INSERT INTO t VALUES ('a;b', 'it''s'); -- not two",
    'SELECT a FROM (SELECT b FROM (SELECT c FROM d) e) f;',
    'SELEC 1; /* never',
    'closed */ UPDATE t SET a = ;',
    'CREATE PROCEDURE p() BEGIN SELECT 1; IF x THEN SELECT 2; END IF; END;',
    'SELECT 2',
  ].join('\n');

  const inspection = await inspect({ text, language: 'sql' });

  expect(inspection.findings.map(({ line }) => line)).toEqual([3, 4]);
  expect(figure(inspection, 'nesting depth')).toBe(2);
  expect(inspection.notes.join(' ')).toContain('6 statements');
  // lines 1, 3 and 4 of 6
  expect(figure(inspection, 'comment share')).toBeCloseTo(0.5, 12);
});

test('JSON with a comment or a second value is not strict JSON', async () => {
  const comment = await inspect({ text: '{"a": 1} // b', language: 'json' });
  const two = await inspect({ text: '{"a": 1}\n{"a": 2}', language: 'json' });

  expect(figure(comment, 'syntax errors')).toBe(1);
  expect(figure(two, 'syntax errors')).toBe(1);
});

test('a language without a parser is measured, and its syntax is not judged', async () => {
  const inspection = await inspect({ text: 'x = linspace(0, 1);\nplot(x)', language: 'matlab' });

  expect(figure(inspection, 'lines')).toBe(2);
  expect(inspection.figures['syntax errors']).not.toHaveProperty('value');
  expect(inspection.notes).toContain('There is no parser for "matlab".');
});

test('nothing but white space has no figures', async () => {
  const outcome = await inspectCode({ text: ' \n\t\n' });

  expect(outcome).toMatchObject({ status: 'unscored', code: 'media-broken' });
});

test('a parse that takes too long is stopped and the size is still told', async () => {
  let now = 0;
  const clock = () => (now += 1000);

  const text = 'var a = [1, 2, 3];\n'.repeat(5000);
  const outcome = await inspectCode({ text, language: 'js' }, { timeLimitMs: 500, clock });

  expect(outcome).toMatchObject({ inspection: { figures: { lines: { value: 5000 } } } });
  expect(outcome).not.toHaveProperty(['inspection', 'figures', 'syntax errors', 'value']);
  expect(JSON.stringify(outcome)).toContain('Parsing took too long');
});

const MEGABYTE: readonly (readonly [string, CodeSource])[] = [
  ['minified JavaScript', { text: 'function f(x){return x+1};'.repeat(38_000), language: 'js' }],
  ['open brackets', { text: '['.repeat(1_000_000), language: 'python' }],
  ['one word without a language', { text: 'a'.repeat(1_000_000) }],
  ['unfinished calls without a language', { text: 'def f('.repeat(160_000) }],
  ['SQL', { text: `SELECT '${'x'.repeat(1_000_000)}'`, language: 'sql' }],
];

test.each(MEGABYTE)('one line of 1 MB comes back with finite figures: %s', async (_, source) => {
  const inspection = await inspect(source);

  expect(figure(inspection, 'lines')).toBe(1);
  for (const { value } of Object.values(inspection.figures)) {
    if (value !== undefined) expect(Number.isFinite(value)).toBe(true);
  }
});

test('code too long to parse is only measured', async () => {
  const inspection = await inspect({ text: 'a = 1\n'.repeat(300_000), language: 'python' });

  expect(figure(inspection, 'lines')).toBe(300_000);
  expect(inspection.figures['syntax errors']).not.toHaveProperty('value');
  expect(inspection.notes[0]).toMatch(/longer than/);
});
