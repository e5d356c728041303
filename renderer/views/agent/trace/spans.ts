import type { TraceRecord } from '../../../../shared/model/agent.ts';
import type { Chain, ChainNode } from './chain.ts';

/** When a node worked, as shares of the whole time. */
export interface Span {
  readonly node: ChainNode;
  readonly left: number;
  readonly width: number;
}

/** A backtrack, as a share of the whole time. */
export interface BackMark {
  readonly round: number;
  readonly at: number;
}

export interface Spans {
  readonly spans: readonly Span[];
  readonly backs: readonly BackMark[];
  readonly totalMs: number;
}

/**
 * Nodes along the time, in the order in which they were begun. Time that nobody worked, as between a crash
 * and what went on after it, is left out.
 */
export function spansOf(chain: Chain, records: readonly TraceRecord[]): Spans {
  const clock = workingClock(records);
  const totalMs = Math.max(1, ...records.map(({ at }) => clock(at)));
  const spans = chain.nodes.flatMap((node): Span[] => {
    const endMs = clock(node.end?.at ?? node.verdict?.at ?? node.begunAt ?? '');
    const startMs =
      node.begunAt === undefined ? endMs - (node.end?.durationMs ?? 0) : clock(node.begunAt);
    const stopMs = node.end === undefined && node.verdict === undefined ? totalMs : endMs;
    return [
      {
        node,
        left: Math.max(0, startMs) / totalMs,
        width: Math.max(0, stopMs - startMs) / totalMs,
      },
    ];
  });
  const backs = chain.backtracks.map(({ round, at }) => ({ round, at: clock(at) / totalMs }));
  return { spans: spans.toSorted((a, b) => a.left - b.left), backs, totalMs };
}

/** Milliseconds since the first record, without the time before a resume. */
function workingClock(records: readonly TraceRecord[]): (at: string) => number {
  const times = new Map<string, number>();
  let worked = 0;
  let before = Date.parse(records[0]?.at ?? '');
  for (const record of records) {
    const now = Date.parse(record.at);
    const isGap = record.kind === 'resume' || record.kind === 'start';
    worked += isGap ? 0 : Math.max(0, now - before);
    before = now;
    times.set(record.at, worked);
  }
  return (at) => times.get(at) ?? 0;
}
