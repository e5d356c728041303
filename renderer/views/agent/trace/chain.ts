// A trace's records, put together as what they tell of. Pure: a half-written trace is a chain that is not
// at its end yet.
import {
  AgentReport,
  type AgentStep,
  type Evidence,
  type TraceRecord,
  type TraceRecordOf,
} from '../../../../shared/model/agent.ts';

/** One thing that the agent did: the records of one node. */
export interface ChainNode {
  readonly name: string;
  readonly step: AgentStep;
  readonly round: number;
  readonly tag?: string | undefined;
  /** Of its last record. */
  readonly seq: number;
  readonly begunAt?: string | undefined;
  readonly end?: TraceRecordOf<'end'> | undefined;
  readonly verdict?: TraceRecordOf<'verdict'> | undefined;
  readonly item?: TraceRecordOf<'item'> | undefined;
}

/** Evidence, and when it was given. */
export interface GivenEvidence {
  readonly evidence: Evidence;
  readonly seq: number;
}

export interface Chain {
  readonly start?: TraceRecordOf<'start'> | undefined;
  /** In the order in which they were begun first. */
  readonly nodes: readonly ChainNode[];
  readonly backtracks: readonly TraceRecordOf<'backtrack'>[];
  readonly resumes: readonly TraceRecordOf<'resume'>[];
  readonly finish?: TraceRecordOf<'finish'> | undefined;
  readonly evidence: readonly GivenEvidence[];
}

/** @param records  in their order; a node that was done again counts as it was done last */
export function readChain(records: readonly TraceRecord[]): Chain {
  const nodes = new Map<string, ChainNode>();
  const evidence: GivenEvidence[] = [];
  for (const record of records) {
    if (record.kind === 'end') {
      for (const given of record.gives) evidence.push({ evidence: given, seq: record.seq });
    }
    if (!('node' in record) || record.kind === 'resume') continue;
    nodes.set(record.node, withRecord(nodes.get(record.node), record));
  }
  const start = lastOf(records, 'start');
  if (start !== undefined) {
    evidence.unshift({ evidence: { id: 'task', kind: 'task', text: start.task.content }, seq: -1 });
  }
  return {
    start,
    nodes: [...nodes.values()],
    backtracks: allOf(records, 'backtrack'),
    resumes: allOf(records, 'resume'),
    finish: lastOf(records, 'finish'),
    evidence,
  };
}

type NodeRecord = TraceRecordOf<'begin' | 'end' | 'verdict' | 'item'>;

function withRecord(before: ChainNode | undefined, record: NodeRecord): ChainNode {
  const { node: name, seq } = record;
  // a verdict by code alone is all that there is of its check
  const known = before ?? {
    name,
    seq,
    step: 'step' in record ? record.step : record.kind === 'item' ? 'make' : 'check',
    round: 'round' in record ? record.round : 0,
    tag: 'tag' in record ? record.tag : undefined,
  };
  switch (record.kind) {
    case 'begin':
      return { ...known, seq, begunAt: record.at, end: undefined };
    case 'end':
      return { ...known, seq, end: record };
    case 'verdict':
      return { ...known, seq, verdict: record };
    case 'item':
      return { ...known, seq, item: record };
  }
}

function allOf<K extends TraceRecord['kind']>(
  records: readonly TraceRecord[],
  kind: K,
): TraceRecordOf<K>[] {
  return records.filter((record) => record.kind === kind) as TraceRecordOf<K>[]; // by their kind
}

const lastOf = <K extends TraceRecord['kind']>(records: readonly TraceRecord[], kind: K) =>
  allOf(records, kind).at(-1);

/** What an id meant for a node: what was given last before it. */
export function findEvidence(chain: Chain, id: string, beforeSeq: number): Evidence | undefined {
  const given = chain.evidence.filter(({ evidence }) => evidence.id === id);
  return (given.findLast(({ seq }) => seq < beforeSeq) ?? given[0])?.evidence;
}

/** The report that a node gave. */
export function reportOf(node: ChainNode | undefined): AgentReport | undefined {
  if (node?.step !== 'report' && node?.step !== 'direct') return undefined;
  const read = AgentReport.safeParse(node.end?.result);
  return read.success ? read.data : undefined;
}

/** The node of the report that was carried out; before the end the last one there is. */
export function reportNodeOf({ nodes, finish }: Chain): ChainNode | undefined {
  return (
    nodes.find(({ name }) => name === finish?.reportNode) ??
    nodes.findLast((node) => reportOf(node) !== undefined)
  );
}

/** What became of a tag: the item that was made, or not. */
export function itemOf({ nodes }: Chain, tag: string): ChainNode | undefined {
  return nodes.find((node) => node.step === 'make' && node.item?.tag === tag);
}

export type NodeState = 'running' | 'done' | 'failed' | 'skipped' | 'rejected';

/** `rejected`: it did its work, and that was a no. */
export function stateOf({ end, verdict, item }: ChainNode): NodeState {
  if (verdict !== undefined) return verdict.passed ? 'done' : 'rejected';
  if (item?.status === 'missing') return 'failed';
  return end === undefined ? 'running' : end.status;
}
