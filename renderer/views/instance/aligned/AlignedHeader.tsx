import { Fragment, type ReactNode } from 'react';
import { Group, Panel, Separator, type Layout } from 'react-resizable-panels';
import { markStrip } from '../../../../shared/interleave/strip-marks.ts';
import {
  StructureStrip,
  type TagCell,
} from '../../../components/structure-strip/StructureStrip.tsx';
import type { Column } from '../columns.ts';
import { ColumnHeader } from '../ColumnHeader.tsx';
import type { LayoutControls } from '../use-layout.ts';
import { structureOf } from '../structure-lines.ts';
import styles from './AlignedHeader.module.css';

/** Heads of the columns above the rows: they stay in sight, and dragging between them sets the widths. */
export function AlignedHeader({
  columns,
  baseline,
  controls,
  note,
  onFollow,
  onWidths,
}: {
  readonly columns: readonly Column[];
  readonly baseline: Column | undefined;
  readonly controls: LayoutControls;
  readonly note: (column: Column) => ReactNode;
  readonly onFollow: (columnId: string, cell: TagCell) => void;
  /** Percentages by column. */
  readonly onWidths: (widths: Layout) => void;
}) {
  const { layout, toggleRaw, toggleHidden } = controls;
  return (
    <div className={styles.head} role="presentation">
      <Group
        key={columns.map(({ id }) => id).join('|')}
        className={styles.group}
        onLayoutChange={onWidths}
      >
        {columns.map((column, index) => (
          <Fragment key={column.id}>
            {index > 0 && <Separator className={styles.separator} />}
            <Panel id={column.id} minSize={140}>
              <ColumnHeader
                column={column}
                baseline={baseline}
                isRaw={layout.raw.includes(column.id)}
                onToggleRaw={() => toggleRaw(column.id)}
                onHide={columns.length > 1 ? () => toggleHidden(column.id) : undefined}
              />
              <div className={styles.strip}>
                {column.sequence !== undefined && (
                  <StructureStrip
                    cells={markStrip(
                      column.sequence.strip,
                      structureOf(column.response)?.modalities ?? [],
                    )}
                    matches={structureOf(column.response)?.modalities}
                    onFollow={(cell) => onFollow(column.id, cell)}
                  />
                )}
                {note(column)}
              </div>
            </Panel>
          </Fragment>
        ))}
      </Group>
    </div>
  );
}
