// What runs found beside the scores of a response, as lines to draw. Nothing is computed.
import { INSPECTION_METRICS } from '../../../shared/model/run.ts';
import { Inspection, type Finding } from '../../../shared/model/quality.ts';
import type { Response } from '../../../shared/model/response.ts';
import type { Score } from '../../../shared/model/score.ts';

/** One inspection of one item, or why there is none. */
export interface ItemInspection {
  readonly id: string;
  readonly tag: string;
  readonly outcome:
    | { readonly status: 'inspected'; readonly inspection: Inspection }
    | { readonly status: 'unscored'; readonly reason: string };
}

const METRICS: ReadonlySet<string> = new Set(INSPECTION_METRICS);

/** The inspections of a response's items, by tag. */
export function itemInspections({ scores }: Response): ItemInspection[] {
  const found = scores.flatMap((score): ItemInspection[] => {
    const outcome = outcomeOf(score);
    if (score.tag === undefined || outcome === undefined) return [];
    return [{ id: `${score.tag}:${score.metric}`, tag: score.tag, outcome }];
  });
  return found.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

function outcomeOf({ metric, evidence, unscored }: Score): ItemInspection['outcome'] | undefined {
  if (!METRICS.has(metric)) return undefined;
  if (unscored !== undefined) return { status: 'unscored', reason: unscored.reason };
  const inspection = Inspection.safeParse(evidence);
  return inspection.success ? { status: 'inspected', inspection: inspection.data } : undefined;
}

/** Where a finding is, e.g. `line 3, column 9` or `0:01.2 to 0:03.4`; undefined for the whole file. */
export function placeOf({ line, column, page, startMs, endMs }: Finding): string | undefined {
  const parts: string[] = [];
  if (page !== undefined) parts.push(`page ${page}`);
  if (line !== undefined) parts.push(`line ${line}`);
  if (column !== undefined) parts.push(`column ${column}`);
  if (startMs !== undefined) {
    parts.push(endMs === undefined ? timeOf(startMs) : `${timeOf(startMs)} to ${timeOf(endMs)}`);
  }
  return parts.length === 0 ? undefined : parts.join(', ');
}

function timeOf(ms: number): string {
  const tenths = Math.round(ms / 100);
  const seconds = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${Math.floor(tenths / 600)}:${seconds}`;
}

/** How many findings, in words. */
export function findingCount(count: number): string {
  if (count === 0) return 'nothing found';
  return count === 1 ? '1 finding' : `${count} findings`;
}
