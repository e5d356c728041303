import type { TraceRecord } from '../../../../shared/model/agent.ts';
import { stateOf, type Chain } from './chain.ts';
import { milliseconds, nodeTitle, STATE_WORDS } from './labels.ts';
import { showNode } from './place.ts';
import { spansOf } from './spans.ts';
import styles from './Timeline.module.css';

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** The steps along the time: what ran beside what, what took long, where it was gone back. */
export function Timeline({
  chain,
  records,
  shown,
}: {
  readonly chain: Chain;
  readonly records: readonly TraceRecord[];
  readonly shown: string | undefined;
}) {
  const { spans, backs, totalMs } = spansOf(chain, records);
  return (
    <div className={styles.timeline}>
      <div className={styles.axis} aria-hidden="true">
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <span key={share} style={{ left: percent(share) }}>
            {milliseconds(share * totalMs)}
          </span>
        ))}
      </div>
      <div className={styles.lanes}>
        <div className={styles.marks} aria-hidden="true">
          {backs.map(({ round, at }) => (
            <span
              key={round}
              style={{ left: percent(at) }}
              data-tip={`Back, after round ${round}`}
            />
          ))}
        </div>
        <ol aria-label="Steps along the time">
          {spans.map(({ node, left, width }) => {
            const state = stateOf(node);
            return (
              <li key={node.name}>
                <button
                  type="button"
                  className={styles.lane}
                  aria-current={node.name === shown ? 'true' : undefined}
                  onClick={() => showNode(node.name)}
                >
                  <span className={styles.label}>{nodeTitle(node)}</span>
                  <span className="visually-hidden">
                    {STATE_WORDS[state]}, {milliseconds(node.end?.durationMs ?? 0)}
                  </span>
                  <span className={styles.track}>
                    <span
                      className={styles.bar}
                      data-state={state}
                      style={{ left: percent(left), width: percent(width) }}
                    />
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}
