import { Fragment, type ReactNode } from 'react';
import { parseContent } from '../../../../shared/interleave/parse.ts';
import type { AgentReport, ReportEntry } from '../../../../shared/model/agent.ts';
import type { Item } from '../../../../shared/model/content.ts';
import { MODALITIES } from '../../../../shared/model/modality.ts';
import { MediaCard } from '../../../components/media-card/MediaCard.tsx';
import { ModalityIcon } from '../../../components/modality-icon/ModalityIcon.tsx';
import { formatBytes } from '../../../components/file-size/format-bytes.ts';
import { VisibleText } from '../../../components/visible-text/VisibleText.tsx';
import { mediaServices } from '../../../stores/media-store.ts';
import { useRoute } from '../../../stores/route-store.ts';
import { itemOf, type Chain, type ChainNode } from './chain.ts';
import { EvidenceChips } from './EvidenceChips.tsx';
import { milliseconds } from './labels.ts';
import { showNode, showPart } from './place.ts';
import styles from './ReportView.module.css';

/** A report: its text with its tags, each tag's order and file, each claim's evidence. */
export function ReportView({
  report,
  node,
  chain,
  items,
}: {
  readonly report: AgentReport;
  /** That gave it. */
  readonly node: ChainNode;
  readonly chain: Chain;
  /** Made so far. */
  readonly items: readonly Item[];
}) {
  const chosen = useRoute((route) => route.view['order']);
  const entry = report.items.find(({ tag }) => tag === chosen);
  return (
    <div className={styles.report}>
      <section aria-label="Text with its tags">
        <h3>Text</h3>
        <p className={styles.content}>{contentOf(report, chosen)}</p>
      </section>
      {report.items.length > 0 && (
        <section aria-label="Orders">
          <h3>Orders</h3>
          <OrderTable report={report} chain={chain} chosen={chosen} />
          {entry !== undefined && (
            <Order
              entry={entry}
              node={node}
              chain={chain}
              item={items.find(({ tag }) => tag === entry.tag)}
            />
          )}
        </section>
      )}
      <section aria-label="Claims">
        <h3>Claims and what they rest on</h3>
        {report.claims.length === 0 && <p className={styles.hint}>It names no claims.</p>}
        <ul className={styles.claims}>
          {report.claims.map((claim, index) => (
            <li key={index}>
              <p>
                <VisibleText text={claim.text} />
              </p>
              <EvidenceChips ids={claim.evidence} chain={chain} beforeSeq={node.seq} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function contentOf({ content, items }: AgentReport, chosen: string | undefined): ReactNode[] {
  return parseContent(content).map((segment, index) => {
    if (segment.kind === 'text') return <Fragment key={index}>{segment.text}</Fragment>;
    const isOrdered = items.some(({ tag }) => tag === segment.tag);
    return (
      <button
        key={index}
        type="button"
        className={styles.tag}
        data-unknown={isOrdered ? undefined : true}
        aria-pressed={segment.tag === chosen}
        data-tip={isOrdered ? 'Its order' : 'No order: an item of the task, or nothing'}
        onClick={() => showTag(segment.tag === chosen ? undefined : segment.tag)}
      >
        {segment.tag}
      </button>
    );
  });
}

const showTag = (tag: string | undefined) => showPart({ order: tag }, { replace: true });

function OrderTable({
  report,
  chain,
  chosen,
}: {
  readonly report: AgentReport;
  readonly chain: Chain;
  readonly chosen: string | undefined;
}) {
  return (
    <table className={styles.orders}>
      <thead>
        <tr>
          <th scope="col">Tag</th>
          <th scope="col">Kind</th>
          <th scope="col">Tool</th>
          <th scope="col">What it shows</th>
          <th scope="col">Became</th>
        </tr>
      </thead>
      <tbody>
        {report.items.map(({ tag, modality, tool, prompt }) => (
          <tr key={tag} data-chosen={tag === chosen || undefined}>
            <th scope="row">
              <button
                type="button"
                className={styles.tag}
                aria-pressed={tag === chosen}
                onClick={() => showTag(tag === chosen ? undefined : tag)}
              >
                {tag}
              </button>
            </th>
            <td>
              <span className={styles.kind}>
                <ModalityIcon modality={modality} isDecorative /> {MODALITIES[modality].label}
              </span>
            </td>
            <td>
              <code>{tool}</code>
            </td>
            <td className={styles.prompt}>{prompt}</td>
            <td>
              <Became node={itemOf(chain, tag)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Became({ node }: { readonly node: ChainNode | undefined }) {
  if (node?.item === undefined) return <span className={styles.hint}>nothing yet</span>;
  const { status, file, sizeBytes, reason, inline } = node.item;
  const words =
    status === 'missing'
      ? `missing: ${reason ?? ''}`
      : (file?.split('/').at(-1) ?? (inline === undefined ? 'made' : 'in the answer itself'));
  return (
    <button
      type="button"
      className={styles.became}
      data-missing={status === 'missing' || undefined}
      data-tip={file}
      onClick={() => showNode(node.name)}
    >
      {words}
      {sizeBytes !== undefined && <small> {formatBytes(sizeBytes)}</small>}
    </button>
  );
}

/** The order of a tag in full, and the file that came of it. */
function Order({
  entry,
  node,
  chain,
  item,
}: {
  readonly entry: ReportEntry;
  readonly node: ChainNode;
  readonly chain: Chain;
  readonly item: Item | undefined;
}) {
  const made = itemOf(chain, entry.tag);
  return (
    <article className={styles.order} aria-label={`Order of ${entry.tag}`}>
      <p>
        <b>{entry.tag}</b> by <code>{made?.item?.tool ?? entry.tool}</code>
        {made?.end !== undefined && (
          <span className={styles.hint}>
            {' '}
            · {milliseconds(made.end.durationMs)}
            {(made.item?.attempts ?? 1) > 1 && `, ${made.item?.attempts ?? ''} attempts`}
          </span>
        )}
      </p>
      <p>{entry.prompt}</p>
      {entry.content !== undefined && entry.content !== '' && (
        <pre className={styles.raw} tabIndex={0} aria-label="Content of the order">
          <VisibleText text={entry.content} />
        </pre>
      )}
      {entry.data !== undefined && (
        <pre className={styles.raw} tabIndex={0} aria-label="Data of the order">
          <VisibleText text={JSON.stringify(entry.data, undefined, 2)} />
        </pre>
      )}
      <EvidenceChips ids={entry.evidence} chain={chain} beforeSeq={node.seq} />
      {item !== undefined && <MediaCard item={item} tone="a" services={mediaServices} />}
    </article>
  );
}
