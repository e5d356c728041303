import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { LAYER_RULES } from './layers/rules.ts';
import { INNOCENT, WRONG_IMPORTS } from './layers/wrong-imports.ts';

async function violations(baseDir: string): Promise<IViolation[]> {
  const result = await cruise(['shared', 'electron', 'renderer'], {
    baseDir,
    validate: true,
    ruleSet: { forbidden: LAYER_RULES },
    // imports of types count too: they bind two rooms as much as imports of values do
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: ['\\.test\\.tsx?$', '^electron/setup/', '\\.css($|\\?)', '\\?(url|worker|raw)$'],
    },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  });
  return (result.output as ICruiseResult).summary.violations; // with no reporter it is an object
}

const describeViolation = ({ rule, from, to }: IViolation) => `${rule.name}: ${from} → ${to}`;

test('every import of the product keeps the layers, and there is no cycle', async () => {
  const found = await violations(fileURLToPath(new URL('..', import.meta.url)));

  expect(found.map(describeViolation)).toEqual([]);
}, 60_000);

test('each rule catches a wrong import, so that none is dead', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'layers-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  for (const [path, text] of Object.entries(INNOCENT)) write(path, text);
  for (const [path, specifier] of Object.values(WRONG_IMPORTS).flat()) {
    write(path, `import type {} from '${specifier}';\nexport {};\n`);
  }

  const found = await violations(dir);
  rmSync(dir, { recursive: true });

  for (const { name = '' } of LAYER_RULES) {
    const wrong = WRONG_IMPORTS[name]?.map(([path]) => path) ?? [];
    const caught = found.filter(({ rule }) => rule.name === name).map(({ from }) => from);
    expect(
      caught.filter((path) => wrong.includes(path)),
      `the rule "${name}" caught ${caught.join(', ') || 'nothing'}`,
    ).not.toEqual([]);
  }
});
