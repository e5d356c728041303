import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Problem } from '../../../shared/model/problem.ts';
import { messageWithoutPath } from '../../components/problem-kind/message-without-path.ts';
import { problemLabel } from '../../components/problem-kind/problem-labels.ts';
import { SeverityIcon } from '../../components/problem-kind/SeverityIcon.tsx';
import { rowAt } from '../../stores/paged-rows.ts';
import { useProblems, wantProblems } from '../../stores/problems-store.ts';
import { hrefOf } from '../../stores/route-store.ts';
import styles from './ProblemList.module.css';

const ROW_PX = 52;

/** The problems, virtualised: only the lines on the screen exist. */
export function ProblemList() {
  'use no memo'; // what useVirtualizer returns must be read anew in every render
  const list = useProblems((state) => state.list);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (list.total > 0) wantProblems(first, last);
  }, [first, last, list.total, list.isStale]);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      tabIndex={0}
      role="region"
      aria-label="Problems"
    >
      <ul style={{ height: virtualizer.getTotalSize() }} data-stale={list.isStale || undefined}>
        {items.map((item) => (
          <li
            key={item.key}
            aria-setsize={list.total}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <Line problem={rowAt(list, item.index)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ problem }: { readonly problem: Problem | undefined }) {
  if (problem === undefined) return <span className={styles.waiting} />;
  const place = problem.line === undefined ? '' : `:${problem.line}`;
  return (
    <>
      <SeverityIcon severity={problem.severity} />
      <div className={styles.text}>
        <p className={styles.message} data-tip={problem.message}>
          {messageWithoutPath(problem.message, problem.file)}
        </p>
        <p className={styles.facts}>
          <span className={styles.kind}>
            {problemLabel(problem.code, problem.quirk)}
            {problem.quirk !== undefined && <small> quirk {problem.quirk}</small>}
          </span>
          <span className={styles.file} data-tip={`${problem.file}${place}`}>
            <bdi>
              {problem.file}
              {place}
            </bdi>
          </span>
        </p>
      </div>
      {problem.key !== undefined && problem.code !== 'unmatched-response' && (
        <a
          className={styles.key}
          href={hrefOf({ screen: 'instance', key: problem.key, filter: {} })}
        >
          {problem.key.split('/').slice(1).join(' / ')}
        </a>
      )}
    </>
  );
}
