import { Diff, Equal, EqualApproximately, Minus, Plus, type LucideIcon } from 'lucide-react';
import { LineDiff } from '../../../components/line-diff/LineDiff.tsx';
import { formatCount } from '../../../components/score/format-score.ts';
import { stateOf, type Chain, type ChainNode } from './chain.ts';
import styles from './CompareTraces.module.css';
import { milliseconds, nodeTitle, STATE_WORDS, VERDICT_WORDS } from './labels.ts';
import { outcomeText, pairChains, promptText, type NodePair } from './pair-chains.ts';
import { showNode } from './place.ts';

const CHANGES: Readonly<Record<NodePair['change'], { icon: LucideIcon; label: string }>> = {
  same: { icon: Equal, label: 'the same' },
  asked: { icon: EqualApproximately, label: 'asked otherwise, the same came of it' },
  changed: { icon: Diff, label: 'different' },
  'only-left': { icon: Minus, label: 'only in the left one' },
  'only-right': { icon: Plus, label: 'only in the right one' },
};

/** Two traces step by step: which steps both have, what is different, and how, line by line. */
export function CompareTraces({
  left,
  right,
  titles,
  shown,
}: {
  readonly left: Chain;
  readonly right: Chain;
  /** What tells them apart. */
  readonly titles: readonly [left: string, right: string];
  readonly shown: string;
}) {
  const pairs = pairChains(left, right);
  const chosen =
    pairs.find(({ name }) => name === shown) ?? pairs.find(({ change }) => change !== 'same');
  return (
    <div className={styles.compare}>
      <div className={styles.list}>
        <table>
          <caption className="visually-hidden">Steps of both traces</caption>
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">{headOf(left, titles[0])}</th>
              <th scope="col">{headOf(right, titles[1])}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <PairRow key={pair.name} pair={pair} isShown={pair === chosen} />
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.detail}>
        {chosen === undefined ? (
          <p className={styles.hint}>Both went the same way and came to the same.</p>
        ) : (
          <PairDetail pair={chosen} />
        )}
      </div>
    </div>
  );
}

const headOf = ({ start, finish }: Chain, title: string) =>
  [start?.model, title, finish && VERDICT_WORDS[finish.verdict]]
    .filter((part) => part !== undefined)
    .join(', ');

function PairRow({ pair, isShown }: { readonly pair: NodePair; readonly isShown: boolean }) {
  const { left, right, change, name } = pair;
  const node = left ?? right;
  const { icon: Icon, label } = CHANGES[change];
  return (
    <tr data-change={change} aria-current={isShown ? 'true' : undefined}>
      <th scope="row">
        <button type="button" onClick={() => showNode(name)}>
          <Icon size={13} role="img" aria-label={label} />
          {node === undefined ? name : nodeTitle(node)}
        </button>
      </th>
      <td>{factsOf(left)}</td>
      <td>{factsOf(right)}</td>
    </tr>
  );
}

function factsOf(node: ChainNode | undefined): string {
  if (node === undefined) return '—';
  const { end } = node;
  const used =
    end === undefined
      ? []
      : [`${formatCount(end.tokensIn + end.tokensOut)} tokens`, milliseconds(end.durationMs)];
  return [STATE_WORDS[stateOf(node)], ...used].join(' · ');
}

function PairDetail({ pair: { left, right } }: { readonly pair: NodePair }) {
  const node = left ?? right;
  return (
    <article aria-label="Difference of the step">
      <h2>{node === undefined ? '' : nodeTitle(node)}</h2>
      <Difference label="What came of it" left={left} right={right} textOf={outcomeText} />
      <Difference label="What was asked" left={left} right={right} textOf={promptText} />
    </article>
  );
}

function Difference({
  label,
  left,
  right,
  textOf,
}: {
  readonly label: string;
  readonly left: ChainNode | undefined;
  readonly right: ChainNode | undefined;
  readonly textOf: (node: ChainNode) => string;
}) {
  const [before, after] = [left, right].map((node) => (node === undefined ? '' : textOf(node)));
  if (before === undefined || after === undefined || (before === '' && after === '')) return null;
  return (
    <section className={styles.part}>
      <h4>{label}</h4>
      {before === after ? (
        <p className={styles.hint}>The same in both.</p>
      ) : (
        <LineDiff before={before} after={after} label={label} />
      )}
    </section>
  );
}
