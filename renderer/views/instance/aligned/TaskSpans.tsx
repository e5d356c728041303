import { useMemo } from 'react';
import type { TagSegment } from '../../../../shared/model/content.ts';
import { ItemBlock } from '../../../components/interleaved/Interleaved.tsx';
import { TextRun } from '../../../components/interleaved/TextRun.tsx';
import { mediaServices } from '../../../stores/media-store.ts';
import type { Column } from '../columns.ts';
import type { AlignedTable } from './aligned-rows.ts';
import styles from './AlignedView.module.css';

/** The task beside the rows: it stays in sight until the rows of its next part begin. */
export function TaskSpans({
  table,
  columns,
  onTag,
}: {
  readonly table: AlignedTable;
  readonly columns: readonly Column[];
  readonly onTag: (columnId: string, segment: TagSegment) => void;
}) {
  const task = columns.find(({ id }) => id === 'task');
  const items = useMemo(
    () => new Map((task?.sequence?.items ?? []).map((item) => [item.tag, item] as const)),
    [task],
  );
  const follow = useMemo(() => (segment: TagSegment) => onTag('task', segment), [onTag]);
  if (task === undefined) return null;
  return table.task.map(({ row, end, blocks }) => (
    <div
      key={row}
      className={styles.task}
      data-column="task"
      style={{ gridColumn: 2, gridRow: `${row + 1} / ${Math.max(end, row + 1) + 1}` }}
    >
      <div tabIndex={0} role="group" aria-label="Task">
        {blocks.map(({ index, block }) =>
          block.kind === 'text' ? (
            <TextRun key={index} parts={block.parts} onFollow={follow} />
          ) : (
            <ItemBlock
              key={`${index}:${block.segment.tag}`}
              segment={block.segment}
              item={items.get(block.segment.tag)}
              tone="task"
              services={mediaServices}
              badge={undefined}
            />
          ),
        )}
      </div>
    </div>
  ));
}
