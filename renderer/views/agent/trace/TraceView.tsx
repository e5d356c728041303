import { useEffect, useState } from 'react';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { useAction } from '../../../hooks/use-action.ts';
import {
  loadTrace,
  useTrace,
  useTracedInstance,
  wantTracedInstance,
  wantTraceList,
  type Trace,
  type TraceName,
} from '../../../stores/agent-trace-store.ts';
import { latest } from '../../../stores/async-data.ts';
import { openInstance, useRoute } from '../../../stores/route-store.ts';
import { AnswerPane } from './AnswerPane.tsx';
import { readChain, reportNodeOf, type Chain } from './chain.ts';
import { CompareTraces } from './CompareTraces.tsx';
import { NodeDetail } from './NodeDetail.tsx';
import { ANSWER, otherOf, showNode, showPart } from './place.ts';
import { RerunDialog } from './RerunDialog.tsx';
import { rowsOf, stepRow } from './rows.ts';
import { Timeline } from './Timeline.tsx';
import { TraceBar } from './TraceBar.tsx';
import styles from './TraceView.module.css';
import { Tree } from './Tree.tsx';

/** A trace: its steps at the left, one of them or the answer at the right; or two traces beside each other. */
export function TraceView({ name }: { readonly name: TraceName }) {
  const { runId, key, attempt } = name;
  const state = useTrace(name);
  useEffect(() => {
    void loadTrace({ runId, key, attempt });
    wantTraceList(key);
  }, [runId, key, attempt]);
  const trace = state === undefined ? undefined : latest(state);
  if (state?.status === 'failed') {
    return (
      <div className={styles.state}>
        <ErrorText error={state.error} />
      </div>
    );
  }
  if (trace === undefined) return <Spinner label="Reading the trace" />;
  return <ShownTrace name={name} trace={trace} />;
}

function ShownTrace({ name, trace }: { readonly name: TraceName; readonly trace: Trace }) {
  const chain = readChain(trace.records);
  const isTimeline = useRoute((route) => route.view['as'] === 'timeline');
  const asked = useRoute((route) => route.view['node']);
  const other = useRoute((route) => route.view['with']);
  const [isRerunning, setRerunning] = useState(false);
  const shown = asked ?? firstShown(chain);
  const node = chain.nodes.find((each) => each.name === shown);
  useEffect(() => wantTracedInstance(name.key), [name.key]);
  const inputs = useTracedInstance(name.key)?.task.items ?? [];
  const isComparing = other !== undefined;
  const canRerun = node?.end !== undefined && !trace.isLive;
  const rerun = canRerun ? () => setRerunning(true) : undefined;
  useTraceActions({ chain, shown, rerun, isComparing, isTimeline, name });
  return (
    <div className={styles.view}>
      <TraceBar name={name} trace={trace} chain={chain} />
      {isComparing ? (
        <OtherTrace chain={chain} title={titleOf(name, trace)} shown={shown} />
      ) : (
        <div className={styles.panes} data-wide={isTimeline || undefined}>
          <div className={styles.steps}>
            <button
              type="button"
              className={styles.answer}
              aria-current={shown === ANSWER ? 'true' : undefined}
              onClick={() => showNode(ANSWER)}
            >
              Answer
              <small>text, orders, claims</small>
            </button>
            {isTimeline ? (
              <Timeline chain={chain} records={trace.records} shown={shown} />
            ) : (
              <Tree chain={chain} shown={shown} />
            )}
          </div>
          <div className={styles.detail}>
            {node === undefined ? (
              <AnswerPane chain={chain} items={trace.items} isLive={trace.isLive} />
            ) : (
              <NodeDetail
                key={node.name}
                node={node}
                chain={chain}
                inputs={inputs}
                items={trace.items}
                onRerun={rerun}
              />
            )}
          </div>
        </div>
      )}
      {isRerunning && node !== undefined && (
        <RerunDialog name={name} node={node} onClose={() => setRerunning(false)} />
      )}
    </div>
  );
}

/** What is looked at first: the answer, or where the chain is. */
function firstShown(chain: Chain): string {
  return reportNodeOf(chain) === undefined ? (chain.nodes.at(-1)?.name ?? ANSWER) : ANSWER;
}

const titleOf = ({ runId }: TraceName, { attempt }: Trace) => `run ${runId}, attempt ${attempt}`;

function OtherTrace({
  chain,
  title,
  shown,
}: {
  readonly chain: Chain;
  readonly title: string;
  readonly shown: string;
}) {
  const other = useRoute((route) => JSON.stringify(otherOf(route.view)));
  const name = JSON.parse(other) as TraceName | undefined; // as `otherOf` made it: a string stays the same
  const state = useTrace(name);
  useEffect(() => {
    const asked = JSON.parse(other) as TraceName; // as above
    void loadTrace(asked);
  }, [other]);
  const trace = state === undefined ? undefined : latest(state);
  if (state?.status === 'failed') return <ErrorText error={state.error} />;
  if (trace === undefined) return <Spinner label="Reading the other trace" />;
  return (
    <CompareTraces
      left={chain}
      right={readChain(trace.records)}
      titles={[title, name === undefined ? '' : titleOf(name, trace)]}
      shown={shown}
    />
  );
}

function useTraceActions({
  chain,
  shown,
  rerun,
  isComparing,
  isTimeline,
  name,
}: {
  readonly chain: Chain;
  readonly shown: string;
  readonly rerun: (() => void) | undefined;
  readonly isComparing: boolean;
  readonly isTimeline: boolean;
  readonly name: TraceName;
}): void {
  const rows = rowsOf(chain);
  const step = (by: 1 | -1) => () => {
    const next = stepRow(rows, shown, by);
    if (by === -1 && next === shown && !isComparing) showNode(ANSWER);
    else if (next !== undefined) showNode(next);
  };
  useAction('agent.next', step(1));
  useAction('agent.previous', shown === ANSWER ? undefined : step(-1));
  useAction('agent.answer', () => showNode(ANSWER));
  useAction(
    'agent.timeline',
    isComparing ? undefined : () => showPart({ as: isTimeline ? undefined : 'timeline' }),
  );
  useAction('agent.rerun', rerun);
  useAction('agent.instance', () => openInstance(name.key));
  useAction('agent.leave', () =>
    isComparing
      ? showPart({ with: undefined })
      : showPart({ trace: undefined, node: undefined, attempt: undefined, order: undefined }),
  );
}
