import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Item } from '../../../../shared/model/content.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { MediaCard } from '../../../components/media-card/MediaCard.tsx';
import { ROLE_LABELS } from '../../../components/roles/role-labels.ts';
import { formatUsd } from '../../../components/score/format-cost.ts';
import { formatCount } from '../../../components/score/format-score.ts';
import { mediaServices } from '../../../stores/media-store.ts';
import { stateOf, type Chain, type ChainNode } from './chain.ts';
import { EvidenceChips } from './EvidenceChips.tsx';
import { findingWords, milliseconds, nodeTitle, STATE_WORDS } from './labels.ts';
import styles from './NodeDetail.module.css';
import { Raw, ResultView } from './ResultView.tsx';

const SPEAKERS = {
  system: 'Instruction',
  user: 'Question',
  assistant: 'Its first reply',
} as const;

/** One step: what it was given, asked and answered, and what came of it. */
export function NodeDetail({
  node,
  chain,
  inputs,
  items,
  onRerun,
}: {
  readonly node: ChainNode;
  readonly chain: Chain;
  /** Of the task. */
  readonly inputs: readonly Item[];
  /** Made so far. */
  readonly items: readonly Item[];
  /** Absent where nothing can be run again. */
  readonly onRerun?: (() => void) | undefined;
}) {
  const state = stateOf(node);
  const { end } = node;
  const caption = node.step === 'caption' ? end?.gives[0]?.text : undefined;
  return (
    <article className={styles.detail} aria-labelledby="node-title">
      <header>
        <h2 id="node-title">{nodeTitle(node)}</h2>
        <span className={styles.state} data-state={state}>
          {STATE_WORDS[state]}
        </span>
        <span className={styles.space} />
        {onRerun !== undefined && (
          <Button action="agent.rerun" onClick={onRerun}>
            <RotateCcw size={13} aria-hidden="true" /> Re-run from here…
          </Button>
        )}
      </header>
      <Facts node={node} />
      {end?.problem !== undefined && (
        <ErrorText error={{ code: end.problem.code, message: end.problem.message }} />
      )}
      <Findings node={node} />
      <Media node={node} inputs={inputs} items={items} />
      {caption !== undefined && (
        <Part title="Words for it">
          <p className={styles.words}>{caption}</p>
        </Part>
      )}
      <ResultView node={node} chain={chain} items={items} />
      {end !== undefined && node.step !== 'make' && (
        <Part title="Evidence">
          <dl className={styles.evidence}>
            <dt>used</dt>
            <dd>
              <EvidenceChips ids={end.used} chain={chain} beforeSeq={node.seq} />
            </dd>
            <dt>given to it</dt>
            <dd>
              <EvidenceChips ids={end.given} chain={chain} beforeSeq={node.seq} />
            </dd>
            {end.gives.length > 0 && (
              <>
                <dt>gave</dt>
                <dd>
                  <EvidenceChips
                    ids={end.gives.map(({ id }) => id)}
                    chain={chain}
                    beforeSeq={node.seq + 1}
                  />
                </dd>
              </>
            )}
          </dl>
        </Part>
      )}
      {end?.prompt?.messages.map(({ role, text }, index) => (
        <details key={index} className={styles.more} open={role === 'user'}>
          <summary>{SPEAKERS[role]}</summary>
          <Raw label={`${SPEAKERS[role]} as it was sent`} text={text} />
        </details>
      ))}
      {end?.rawReply !== undefined && <Raw label="Reply as it came" text={end.rawReply} />}
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      {children}
    </section>
  );
}

function Facts({ node }: { readonly node: ChainNode }) {
  const { end } = node;
  if (end === undefined) return null;
  const cost =
    end.costUsd === undefined
      ? 'no price'
      : end.isFromCache
        ? 'kept, no cost'
        : formatUsd(end.costUsd);
  const facts = [
    end.role === undefined ? undefined : ROLE_LABELS[end.role].label,
    end.model,
    milliseconds(end.durationMs),
    end.tokensIn + end.tokensOut === 0
      ? undefined
      : `${formatCount(end.tokensIn)} tokens in, ${formatCount(end.tokensOut)} out, ${cost}`,
    end.isRepaired === true ? 'its reply was mended once' : undefined,
    end.prompt === undefined
      ? undefined
      : `${end.prompt.id} version ${end.prompt.version}${end.prompt.isEdited ? ', edited' : ''}`,
  ];
  return <p className={styles.facts}>{facts.filter((fact) => fact !== undefined).join(' · ')}</p>;
}

function Findings({ node: { verdict } }: { readonly node: ChainNode }) {
  if (verdict === undefined) return null;
  const by = verdict.by === 'code' ? 'by rules, no model was asked' : 'by the checker';
  return (
    <Part title={verdict.passed ? `Passed ${by}` : `Not passed ${by}`}>
      <ul className={styles.findings}>
        {verdict.findings.map(({ code, message }, index) => (
          <li key={index}>
            <b>{findingWords(code)}</b> {message}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** The item that a step is about: of the task for a caption, of the answer for what was made. */
function Media({
  node,
  inputs,
  items,
}: {
  readonly node: ChainNode;
  readonly inputs: readonly Item[];
  readonly items: readonly Item[];
}) {
  const { step, item } = node;
  const from = step === 'caption' ? inputs : items;
  const shown = from.find(({ tag }) => tag === (item?.tag ?? node.tag));
  return (
    <>
      {item !== undefined && (
        <p className={styles.words}>
          {item.status === 'missing'
            ? `Missing: ${item.reason ?? ''}`
            : `Made by ${item.tool}${item.file === undefined ? '' : `: ${item.file}`}`}
        </p>
      )}
      {item?.inline !== undefined && <Raw label="In the answer itself" text={item.inline} />}
      {shown !== undefined && (
        <MediaCard item={shown} tone={step === 'caption' ? 'task' : 'a'} services={mediaServices} />
      )}
    </>
  );
}
