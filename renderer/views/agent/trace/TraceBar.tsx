import { ArrowLeft } from 'lucide-react';
import { Button } from '../../../components/button/Button.tsx';
import { IconButton } from '../../../components/button/IconButton.tsx';
import { Chip } from '../../../components/chip/Chip.tsx';
import { formatUsd } from '../../../components/score/format-cost.ts';
import { formatCount, formatCounted } from '../../../components/score/format-score.ts';
import {
  useTraceList,
  type Trace,
  type TraceEntry,
  type TraceName,
} from '../../../stores/agent-trace-store.ts';
import { latest } from '../../../stores/async-data.ts';
import { hrefOf, useRoute } from '../../../stores/route-store.ts';
import type { Chain } from './chain.ts';
import { milliseconds, VERDICT_WORDS } from './labels.ts';
import { showPart } from './place.ts';
import styles from './TraceBar.module.css';

const LEFT = {
  trace: undefined,
  node: undefined,
  attempt: undefined,
  with: undefined,
  order: undefined,
};

/** Which trace it is, how it ended, what it used; which attempt, and what it is compared with. */
export function TraceBar({
  name,
  trace,
  chain,
}: {
  readonly name: TraceName;
  readonly trace: Trace;
  readonly chain: Chain;
}) {
  const isTimeline = useRoute((route) => route.view['as'] === 'timeline');
  const { start, finish } = chain;
  return (
    <header className={styles.bar}>
      <IconButton label="Back to the run" action="agent.leave" onClick={() => showPart(LEFT)}>
        <ArrowLeft size={15} />
      </IconButton>
      <h1>
        <a href={hrefOf({ screen: 'instance', key: name.key })}>{name.key}</a>
      </h1>
      <span className={styles.state} role="status" data-verdict={finish?.verdict}>
        {trace.isLive
          ? 'working'
          : finish === undefined
            ? 'cut off'
            : VERDICT_WORDS[finish.verdict]}
      </span>
      {start?.label !== undefined && <span className={styles.label}>{start.label}</span>}
      {start?.ablate.map((each) => (
        <Chip key={each}>without {each.toUpperCase()}</Chip>
      ))}
      <span className={styles.facts}>{factsOf(chain)}</span>
      {trace.unreadable > 0 && (
        <span className={styles.warn}>
          {formatCounted(trace.unreadable, 'line')} could not be read
        </span>
      )}
      <span className={styles.space} />
      {trace.attempts > 1 && <Attempts trace={trace} />}
      <OtherChoice name={name} trace={trace} />
      <span className={styles.group} role="group" aria-label="Steps as">
        <Button isPressed={!isTimeline} onClick={() => showPart({ as: undefined })}>
          Tree
        </Button>
        <Button
          isPressed={isTimeline}
          action="agent.timeline"
          onClick={() => showPart({ as: 'timeline' })}
        >
          Timeline
        </Button>
      </span>
    </header>
  );
}

function factsOf({ finish, backtracks }: Chain): string {
  if (finish === undefined) return '';
  const { rounds, tokensIn, tokensOut, costUsd, seconds } = finish;
  return [
    formatCounted(rounds, 'round'),
    ...(backtracks.length > 0 ? [formatCounted(backtracks.length, 'backtrack')] : []),
    `${formatCount(tokensIn + tokensOut)} tokens`,
    ...(costUsd === undefined ? [] : [formatUsd(costUsd)]),
    milliseconds(seconds * 1000),
  ].join(' · ');
}

function Attempts({ trace }: { readonly trace: Trace }) {
  return (
    <select
      aria-label="Attempt"
      value={String(trace.attempt)}
      onChange={(event) => showPart({ attempt: event.target.value, node: undefined })}
    >
      {Array.from({ length: trace.attempts }, (_, index) => (
        <option key={index} value={index + 1}>
          attempt {index + 1} of {trace.attempts}
        </option>
      ))}
    </select>
  );
}

/** Other traces of the instance: other runs, other attempts. */
function OtherChoice({ name, trace }: { readonly name: TraceName; readonly trace: Trace }) {
  const list = useTraceList(name.key);
  const other = useRoute((route) => route.view['with']);
  const entries = (list === undefined ? undefined : latest(list)) ?? [];
  const options = entries
    .flatMap((entry) =>
      Array.from({ length: Math.max(1, entry.item.attempts) }, (_, index) =>
        optionOf(entry, index + 1),
      ),
    )
    .filter(({ id }) => id !== `${name.runId}~${trace.attempt}`);
  if (options.length === 0) return null;
  return (
    <select
      aria-label="Compare with"
      value={other ?? ''}
      onChange={(event) =>
        showPart({ with: event.target.value === '' ? undefined : event.target.value })
      }
    >
      <option value="">compare with…</option>
      {options.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}

function optionOf({ runId, model, item }: TraceEntry, attempt: number) {
  const which = item.attempts > 1 ? `, attempt ${attempt}` : '';
  return { id: `${runId}~${attempt}`, label: `${model}, run ${runId}${which}` };
}
