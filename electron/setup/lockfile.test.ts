import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from './paths.mjs';

interface Entry {
  readonly resolved?: string;
  readonly optionalDependencies?: Record<string, string>;
}
const text = readFileSync(inRoot('package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as { packages: Record<string, Entry> };

/** The folder in which Node.js would find `name` from a package's own folder. */
function find(name: string, from: string): string | undefined {
  const base = from === '' ? '' : `${from}/`;
  if (Object.hasOwn(packages, `${base}node_modules/${name}`)) return name;
  if (from === '') return undefined;
  const above = from.lastIndexOf('/node_modules/');
  return find(name, above < 0 ? '' : from.slice(0, above));
}

test('the lockfile names no registry, so that each machine uses its own', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

test('the lockfile has the packages of every system; without one of them "npm ci" refuses', () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => find(name, from) === undefined),
  );

  expect(missing).toEqual([]);
});
