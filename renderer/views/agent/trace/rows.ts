import { SERC_STEPS, type AgentStep, type TraceRecordOf } from '../../../../shared/model/agent.ts';
import { reportNodeOf, reportOf, type Chain, type ChainNode } from './chain.ts';

/** A line of the tree. */
export type Row =
  | { readonly kind: 'section'; readonly id: string; readonly label: string }
  | { readonly kind: 'node'; readonly id: string; readonly node: ChainNode }
  | {
      readonly kind: 'back';
      readonly id: string;
      readonly backtrack: TraceRecordOf<'backtrack'>;
    };

/** A backtrack as it is drawn: from the line that orders it up to the step, by line numbers. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly round: number;
}

/** The lines of the tree: receiving, each round with where it goes back to, generating. */
export function rowsOf(chain: Chain): Row[] {
  const { nodes, backtracks, start } = chain;
  const inputs = start?.task.items.map(({ tag }) => tag) ?? [];
  const ordered = reportOf(reportNodeOf(chain))?.items.map(({ tag }) => tag) ?? [];
  const captions = byTag(nodes, 'caption', inputs);
  const makes = byTag(nodes, 'make', ordered);
  const rest = nodes.filter(({ step }) => step !== 'caption' && step !== 'make');
  const rounds = [...new Set(rest.map(({ round }) => round))].sort((a, b) => a - b);
  return [
    ...section('receive', 'Receiving', captions),
    ...rounds.flatMap((round) => [
      ...section(
        `round ${round}`,
        rounds.length > 1 || backtracks.length > 0 ? `Reasoning, round ${round}` : 'Reasoning',
        rest.filter((node) => node.round === round),
      ),
      ...backtracks
        .filter((backtrack) => backtrack.round === round)
        .map((backtrack): Row => ({ kind: 'back', id: `back ${round}`, backtrack })),
    ]),
    ...section('make', 'Generating', makes),
  ];
}

/** What is done at the same time is listed as task and report name it, not by chance. */
function byTag(nodes: readonly ChainNode[], step: AgentStep, tags: readonly string[]): ChainNode[] {
  const place = ({ tag }: ChainNode) => (tag === undefined ? -1 : tags.indexOf(tag));
  return nodes.filter((node) => node.step === step).sort((a, b) => place(a) - place(b));
}

function section(id: string, label: string, nodes: readonly ChainNode[]): Row[] {
  if (nodes.length === 0) return [];
  return [
    { kind: 'section', id, label },
    ...nodes.map((node): Row => ({ kind: 'node', id: node.name, node })),
  ];
}

/** Backtracks as arcs: each up to the last node of the step that it goes back to. */
export function arcsOf(rows: readonly Row[]): Arc[] {
  return rows.flatMap((row, from): Arc[] => {
    if (row.kind !== 'back') return [];
    const { toStep, round } = row.backtrack;
    const to = rows.findLastIndex(
      (other, at) => at < from && other.kind === 'node' && isOfStep(other.node.step, toStep),
    );
    return to === -1 ? [] : [{ from, to, round }];
  });
}

const isOfStep = (step: AgentStep, number: number) =>
  Object.entries(SERC_STEPS).some(([name, at]) => name === step && at === number);

/** The node beside another one, in the order of the lines; the first when none is chosen. */
export function stepRow(
  rows: readonly Row[],
  from: string | undefined,
  by: 1 | -1,
): string | undefined {
  const ids = rows.flatMap((row) => (row.kind === 'node' ? [row.id] : []));
  const at = ids.findIndex((id) => id === from);
  if (at === -1) return ids[0];
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))];
}
