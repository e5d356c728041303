import { memo } from 'react';
import { describeState } from './cell-text.ts';
import { markAgainst, miniRuns } from './mini-runs.ts';
import styles from './MiniStrip.module.css';

/** A response's structure in one line of a table, what is wrong marked against the reference. */
export const MiniStrip = memo(function MiniStrip({
  reference,
  strip,
}: {
  readonly reference: string;
  readonly strip: string;
}) {
  return miniRuns(markAgainst(reference, strip)).map((run, index) =>
    run.state === undefined ? (
      run.text
    ) : (
      <mark
        key={index}
        className={styles.mark}
        data-state={run.state}
        data-tip={describeState(run.state)}
      >
        {run.text}
      </mark>
    ),
  );
});
