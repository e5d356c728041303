import { Ban, Circle, CircleCheck, CircleX, LoaderCircle, type LucideIcon } from 'lucide-react';
import { stateOf, type ChainNode, type NodeState } from './chain.ts';
import { milliseconds, nodeLabel, STATE_WORDS } from './labels.ts';
import { showNode } from './place.ts';
import styles from './Tree.module.css';

const ICONS: Readonly<Record<NodeState, LucideIcon>> = {
  running: LoaderCircle,
  done: CircleCheck,
  failed: CircleX,
  skipped: Circle,
  rejected: Ban,
};

/** A step in a list: what it is, how it went, how long it took. */
export function NodeLine({
  node,
  isShown,
}: {
  readonly node: ChainNode;
  readonly isShown: boolean;
}) {
  const state = stateOf(node);
  const Icon = ICONS[state];
  return (
    <button
      type="button"
      className={styles.node}
      aria-current={isShown ? 'true' : undefined}
      data-state={state}
      ref={(element) => {
        if (isShown) element?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={() => showNode(node.name)}
    >
      <Icon size={13} aria-hidden="true" />
      <span className={styles.label}>{nodeLabel(node)}</span>
      <span className="visually-hidden">{STATE_WORDS[state]}</span>
      {node.end !== undefined && (
        <span className={styles.time}>
          {node.end.isFromCache ? 'kept' : milliseconds(node.end.durationMs)}
        </span>
      )}
    </button>
  );
}
