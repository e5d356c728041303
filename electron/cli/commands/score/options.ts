import { InvalidArgumentError } from 'commander';
import { resolve } from 'node:path';
import type { EndpointMap } from '../../../../shared/model/endpoint.ts';
import type { InstanceFilter } from '../../../../shared/model/filter.ts';
import { RUN_METRICS, type RunMetric } from '../../../../shared/model/run.ts';

/** What `score` is told. */
export interface ScoreOptions {
  readonly project: string;
  readonly metrics?: RunMetric[];
  readonly models?: string[];
  readonly filter?: InstanceFilter;
  readonly resume?: boolean;
  readonly concurrency?: number;
  readonly doverWeights?: string;
  readonly endpoints?: EndpointMap;
  readonly budget?: number;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Figures that other runs give, or that follow from others. */
const COMPUTED_BY: Readonly<Record<string, readonly RunMetric[]>> = {
  hc: ['coherence'],
  sh: ['coherence'],
  ics: ['coherence'],
  sqcs: ['SC', 'GQ'],
};

/** The names that `--metrics` takes. */
export const METRIC_NAMES: readonly string[] = [...RUN_METRICS, 'SQCS', 'ICS', 'HC', 'SH'];

export function parseNames(text: string): string[] {
  const list = text.split(',').map((name) => name.trim());
  if (list.includes('')) throw new InvalidArgumentError('Part the names by commas.');
  return list;
}

export function parseMetrics(text: string): RunMetric[] {
  const metrics = parseNames(text).flatMap((name) => {
    const metric = RUN_METRICS.find((id) => id.toLowerCase() === name.toLowerCase());
    const found = metric === undefined ? COMPUTED_BY[name.toLowerCase()] : [metric];
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`They must be of ${METRIC_NAMES.join(', ')}.`);
  });
  return [...new Set(metrics)];
}

export const parsePath = (path: string): string => resolve(path);

export function parseCount(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 64) return value;
  throw new InvalidArgumentError('It must be a whole number from 1 to 64.');
}

export function parseUsd(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0) return value;
  throw new InvalidArgumentError('It must be an amount of dollars.');
}
