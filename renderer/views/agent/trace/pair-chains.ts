import { stateOf, type Chain, type ChainNode } from './chain.ts';

/** The same step in two traces. */
export interface NodePair {
  readonly name: string;
  readonly left?: ChainNode | undefined;
  readonly right?: ChainNode | undefined;
  /** `asked`: the same came of another question. */
  readonly change: 'same' | 'asked' | 'changed' | 'only-left' | 'only-right';
}

/** Steps of two traces by their names, in the order of the left one; what only the right has goes where it stood. */
export function pairChains(left: Chain, right: Chain): NodePair[] {
  const names = left.nodes.map(({ name }) => name);
  for (const [at, { name }] of right.nodes.entries()) {
    if (names.includes(name)) continue;
    const before = right.nodes.slice(0, at).findLast((node) => names.includes(node.name));
    names.splice(before === undefined ? 0 : names.indexOf(before.name) + 1, 0, name);
  }
  return names.map((name) => {
    const [a, b] = [left, right].map(({ nodes }) => nodes.find((node) => node.name === name));
    return { name, left: a, right: b, change: changeOf(a, b) };
  });
}

function changeOf(a: ChainNode | undefined, b: ChainNode | undefined): NodePair['change'] {
  if (a === undefined) return 'only-right';
  if (b === undefined) return 'only-left';
  if (stateOf(a) !== stateOf(b) || outcomeText(a) !== outcomeText(b)) return 'changed';
  return promptText(a) === promptText(b) ? 'same' : 'asked';
}

/** What came of a node, as text that can be compared line by line. */
export function outcomeText({ end, verdict, item }: ChainNode): string {
  const parts = [
    end?.problem?.message,
    end?.result === undefined ? end?.rawReply : JSON.stringify(end.result, undefined, 2),
    verdict === undefined
      ? undefined
      : [
          verdict.passed ? 'passed' : 'not passed',
          ...verdict.findings.map(({ message }) => message),
        ].join('\n'),
    item?.reason,
  ];
  return parts.filter((part) => part !== undefined).join('\n');
}

/** The question as it was asked. */
export function promptText({ end }: ChainNode): string {
  return (end?.prompt?.messages ?? []).map(({ text }) => text).join('\n\n');
}
