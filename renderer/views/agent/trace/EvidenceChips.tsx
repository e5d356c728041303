import { useState } from 'react';
import type { Evidence } from '../../../../shared/model/agent.ts';
import { VisibleText } from '../../../components/visible-text/VisibleText.tsx';
import { findEvidence, type Chain } from './chain.ts';
import styles from './Evidence.module.css';
import { nodeTitle } from './labels.ts';
import { showNode } from './place.ts';

/** Ids of evidence; each opens to its words and leads to the step that gave it. */
export function EvidenceChips({
  ids,
  chain,
  beforeSeq,
}: {
  readonly ids: readonly string[];
  readonly chain: Chain;
  /** Of the node that names them: an id may be given anew in a later round. */
  readonly beforeSeq: number;
}) {
  const [open, setOpen] = useState<string | undefined>(undefined);
  if (ids.length === 0) return <span className={styles.none}>no evidence named</span>;
  const shown = open === undefined ? undefined : findEvidence(chain, open, beforeSeq);
  return (
    <>
      <span className={styles.chips}>
        {ids.map((id) => {
          const isKnown = findEvidence(chain, id, beforeSeq) !== undefined;
          return (
            <button
              key={id}
              type="button"
              className={styles.chip}
              data-unknown={isKnown ? undefined : true}
              aria-expanded={open === id}
              onClick={() => setOpen(open === id ? undefined : id)}
            >
              {id}
            </button>
          );
        })}
      </span>
      {open !== undefined && <EvidenceText id={open} evidence={shown} chain={chain} />}
    </>
  );
}

function EvidenceText({
  id,
  evidence,
  chain,
}: {
  readonly id: string;
  readonly evidence: Evidence | undefined;
  readonly chain: Chain;
}) {
  if (evidence === undefined) {
    return <p className={styles.missing}>Nothing in this trace gave evidence called “{id}”.</p>;
  }
  const giver = chain.nodes.find(({ name }) => name === evidence.node);
  return (
    <figure className={styles.evidence}>
      <blockquote tabIndex={0} aria-label={`Evidence ${id}`}>
        <VisibleText text={evidence.text} />
      </blockquote>
      <figcaption>
        {giver === undefined ? (
          'the task itself'
        ) : (
          <button type="button" className={styles.link} onClick={() => showNode(giver.name)}>
            given by {nodeTitle(giver)}
          </button>
        )}
      </figcaption>
    </figure>
  );
}
