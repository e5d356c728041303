import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { symmetricEigen } from './gaussian-distance.ts';
import { FEATURE_COUNT } from './niqe-patch.ts';
import { pristineGaussian } from './pristine-gaussian.ts';
import { PRISTINE_MODEL } from './pristine-model.ts';

const source = join(import.meta.dirname, '../../../../../assets/make-niqe-model/provenance.json');

interface Entry {
  readonly package: string;
  readonly version: string;
  readonly photographs: readonly {
    readonly file: string;
    readonly licence: string;
    readonly sha256: string;
    readonly patches: number;
  }[];
}

test('the model is of the photographs that its provenance lists', () => {
  const text = readFileSync(source);
  const entries = JSON.parse(text.toString()) as readonly Entry[]; // written by our own script
  const photographs = entries.flatMap((entry) => entry.photographs);

  expect(createHash('sha256').update(text).digest('hex')).toBe(PRISTINE_MODEL.provenanceSha256);
  expect(photographs).toHaveLength(PRISTINE_MODEL.photographs);
  expect(photographs.reduce((sum, { patches }) => sum + patches, 0)).toBe(PRISTINE_MODEL.patches);
  expect(PRISTINE_MODEL.patches).toBeGreaterThan(10 * FEATURE_COUNT);
  expect(new Set(photographs.map(({ sha256 }) => sha256)).size).toBe(photographs.length);
});

test('every photograph has a licence that lets everybody use it', () => {
  const entries = JSON.parse(readFileSync(source, 'utf8')) as readonly Entry[]; // as above
  const licences = new Set(entries.flatMap((entry) => entry.photographs.map((p) => p.licence)));

  for (const licence of licences) {
    expect(licence).toMatch(/^(CC0|CC-BY(-SA)?-\d|L?GPL-|GFDL-|public domain$)/);
  }
});

test('36 means and a symmetric, positive definite covariance of finite numbers', () => {
  const { mean, covariance } = pristineGaussian();

  expect(mean).toHaveLength(FEATURE_COUNT);
  expect(PRISTINE_MODEL.covariance).toHaveLength((FEATURE_COUNT * (FEATURE_COUNT + 1)) / 2);
  expect([...mean, ...covariance].every(Number.isFinite)).toBe(true);
  for (let i = 0; i < FEATURE_COUNT; i++) {
    for (let j = 0; j < i; j++) {
      expect(covariance[i * FEATURE_COUNT + j]).toBe(covariance[j * FEATURE_COUNT + i]);
    }
  }
  expect(Math.min(...symmetricEigen(covariance, FEATURE_COUNT).values)).toBeGreaterThan(0);
});

test('shapes are positive and photographs are peaked where they were normalised', () => {
  const { mean } = pristineGaussian();

  expect(mean[0]).toBeGreaterThan(2);
  expect(mean[0]).toBeLessThan(4);
  for (const at of [2, 6, 10, 14]) expect(mean[at]).toBeLessThan(1.2); // products: heavy tails
});
