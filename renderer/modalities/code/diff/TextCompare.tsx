// Two of the entries as texts: loads them, compares them in a worker, shows the differences.
import { useState, type ReactNode } from 'react';
import type { CompareEntry, MarkGoal } from '../../define.ts';
import { useNewGoal } from '../../parts/marks/use-goal.ts';
import { StateBox } from '../../parts/StateBox.tsx';
import { ToolSelect } from '../../parts/ToolBar.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import type { ComparedText } from './compare-texts.ts';
import { DiffPane } from './DiffPane.tsx';
import { runDiff } from './run-diff.ts';
import styles from './DiffPane.module.css';

/** Text of an entry, with what a reader must know about it. */
export interface EntryText extends ComparedText {
  readonly note?: string | undefined;
}

export interface TextCompareProps {
  readonly entries: readonly CompareEntry[];
  /** Key of what `load` gives for an entry. */
  readonly keyOf: (entry: CompareEntry) => string;
  readonly load: (entry: CompareEntry, signal: AbortSignal) => Promise<EntryText>;
  /** How the lines are set: code, or running text. */
  readonly face: 'code' | 'prose';
  /** Stands at the end of the tools. */
  readonly tools?: ReactNode;
  /** Marked lines that are to be seen. */
  readonly goal?: MarkGoal | undefined;
}

export function TextCompare({ entries, keyOf, load, face, tools, goal }: TextCompareProps) {
  const [ids, setIds] = useState<{ readonly left?: string; readonly right?: string }>({});
  const left = entries.find(({ id }) => id === ids.left) ?? entries[0];
  const others = entries.filter(({ id }) => id !== left?.id);
  const right = others.find(({ id }) => id === ids.right) ?? others[0];
  const wanted = useNewGoal(goal)?.entryId;
  const isShown = wanted === left?.id || wanted === right?.id;
  if (wanted !== undefined && !isShown) setIds({ ...ids, right: wanted });
  if (left === undefined || right === undefined)
    return <StateBox kind="quiet" title="nothing to compare with" />;
  const options = entries.map(({ id, label }) => ({ value: id, text: label }));
  return (
    <Pair
      key={`${left.id}\n${right.id}`}
      left={left}
      right={right}
      keyOf={keyOf}
      load={load}
      face={face}
      tools={tools}
      goal={goal}
      choice={
        entries.length > 2 && (
          <span className={styles.choice}>
            <ToolSelect
              label="Compared"
              value={left.id}
              options={options}
              onChange={(id) => setIds({ ...ids, left: id })}
            />
            with
            <ToolSelect
              label="Compared with"
              value={right.id}
              options={options.filter(({ value }) => value !== left.id)}
              onChange={(id) => setIds({ ...ids, right: id })}
            />
          </span>
        )
      }
    />
  );
}

function Pair({
  left,
  right,
  keyOf,
  load,
  face,
  tools,
  choice,
  goal,
}: Omit<TextCompareProps, 'entries'> & {
  readonly left: CompareEntry;
  readonly right: CompareEntry;
  readonly choice: ReactNode;
}) {
  const loaded = useLoaded(`${keyOf(left)}\n${keyOf(right)}`, async (signal) => {
    const [one, other] = await Promise.all([named(left, load, signal), named(right, load, signal)]);
    const notes = [
      [left, one],
      [right, other],
    ] as const;
    return {
      comparison: await runDiff({ left: one, right: other }, signal),
      notes: notes.flatMap(([{ label }, { note }]) =>
        note === undefined ? [] : `${label}: ${note}`,
      ),
    };
  });
  if (loaded.status === 'failed')
    return <StateBox kind="bad" title="cannot be compared" detail={loaded.message} />;
  if (loaded.status === 'loading')
    return (
      <div className={styles.waiting} role="status" aria-label="The texts are being compared" />
    );
  return (
    <DiffPane
      left={left}
      right={right}
      {...loaded.value}
      face={face}
      choice={choice}
      tools={tools}
      goal={goal}
    />
  );
}

async function named(
  entry: CompareEntry,
  load: TextCompareProps['load'],
  signal: AbortSignal,
): Promise<EntryText> {
  try {
    return await load(entry, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${entry.label} (${entry.item.tag}): ${reason}`, { cause: error });
  }
}
