import type { AgentStep, AgentVerdict, CheckFinding } from '../../../../shared/model/agent.ts';
import type { ChainNode, NodeState } from './chain.ts';

const STEPS: Readonly<Record<AgentStep, string>> = {
  caption: 'Caption',
  question: '1 · Question',
  analysis: '2 · Analysis',
  code: '2 · Code',
  content: '3 · Content',
  report: '4 · Report',
  direct: 'Answer in one step',
  check: 'Check',
  judge: 'Judge',
  make: 'Make',
};

/** Names of the steps that can be gone back to. */
export const SERC_LABELS = {
  1: 'Question',
  2: 'Analysis',
  3: 'Content',
  4: 'Report',
} as const;

/** What a node is called in lists. */
export function nodeLabel({ step, tag, name }: ChainNode): string {
  const again = name.endsWith('-again') ? ', again' : '';
  return tag === undefined ? `${STEPS[step]}${again}` : `${STEPS[step]} ${tag}`;
}

/** The same with its round, where the list around it is missing. */
export function nodeTitle(node: ChainNode): string {
  const isRound = node.step !== 'caption' && node.step !== 'make';
  return isRound ? `${nodeLabel(node)}, round ${node.round}` : nodeLabel(node);
}

export const STATE_WORDS: Readonly<Record<NodeState, string>> = {
  running: 'running',
  done: 'done',
  failed: 'failed',
  skipped: 'skipped',
  rejected: 'not passed',
};

export const VERDICT_WORDS: Readonly<Record<AgentVerdict, string>> = {
  passed: 'passed',
  unverified: 'not verified',
  failed: 'failed',
};

/** A finding's code as words. */
export const findingWords = (code: CheckFinding['code']): string => code.replaceAll('-', ' ');

/** A time as it is said of steps. */
export function milliseconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
