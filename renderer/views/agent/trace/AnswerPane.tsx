import { Workflow } from 'lucide-react';
import type { Item } from '../../../../shared/model/content.ts';
import { EmptyState } from '../../../components/empty-state/EmptyState.tsx';
import { reportNodeOf, reportOf, type Chain } from './chain.ts';
import { nodeTitle } from './labels.ts';
import styles from './NodeDetail.module.css';
import { showNode } from './place.ts';
import { ReportView } from './ReportView.tsx';

/** The report that is carried out, as far as there is one, and why it is not known to be right. */
export function AnswerPane({
  chain,
  items,
  isLive,
}: {
  readonly chain: Chain;
  readonly items: readonly Item[];
  readonly isLive: boolean;
}) {
  const node = reportNodeOf(chain);
  const report = reportOf(node);
  const { finish } = chain;
  if (node === undefined || report === undefined) {
    return (
      <EmptyState
        icon={Workflow}
        title={isLive ? 'No report yet' : 'No answer'}
        hint={finish?.reason ?? 'It stands here as soon as a report was written.'}
      />
    );
  }
  return (
    <article className={styles.detail} aria-label="Answer">
      {finish?.reason !== undefined && <p className={styles.words}>{finish.reason}</p>}
      <ReportView report={report} node={node} chain={chain} items={items} />
      <p className={styles.facts}>
        From{' '}
        <button type="button" className={styles.link} onClick={() => showNode(node.name)}>
          {nodeTitle(node)}
        </button>
      </p>
    </article>
  );
}
