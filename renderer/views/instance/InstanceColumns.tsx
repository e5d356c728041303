import { Fragment, memo } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import type { MetricDescriptor } from '../../../shared/model/score.ts';
import { EmptyState } from '../../components/empty-state/EmptyState.tsx';
import { mediaServices } from '../../stores/media-store.ts';
import { AlignedView } from './aligned/AlignedView.tsx';
import { CompareHost } from './aligned/CompareHost.tsx';
import { useComparison } from './aligned/use-comparison.tsx';
import { followTag } from './column-elements.ts';
import type { Column } from './columns.ts';
import { ColumnView } from './ColumnView.tsx';
import { JudgesEye } from './eye/JudgesEye.tsx';
import { useEyeTarget } from './eye/use-eye.ts';
import styles from './InstanceColumns.module.css';
import { ScorePanel } from './ScorePanel.tsx';
import { useColumnLinks } from './use-column-links.ts';
import { useLinkedScroll } from './use-linked-scroll.ts';
import type { LayoutControls } from './use-layout.ts';

/** The columns beside each other, resizable, and the score panel at their right. */
export const InstanceColumns = memo(function InstanceColumns({
  instance,
  columns,
  metrics,
  controls,
}: {
  readonly instance: InstanceDetail;
  readonly columns: readonly Column[];
  readonly metrics: readonly MetricDescriptor[];
  readonly controls: LayoutControls;
}) {
  const { layout, toggleRaw, toggleHidden } = controls;
  const shown = columns.filter((column) => !layout.hidden.includes(column.id));
  const baseline = columns.find((column) => column.letter === 'A');
  const scroll = useLinkedScroll(layout.isScrollLinked);
  const eye = useEyeTarget();
  const comparison = useComparison({
    instanceKey: instance.key,
    columns,
    layout,
    isInSight: eye === undefined,
  });
  const linkOf = useColumnLinks(instance.key, columns);
  const { aligned, diffs, note, sets, compareId, returnTo, compare } = comparison;
  return (
    <div className={styles.frame} data-whole="frame">
      {eye !== undefined ? (
        <JudgesEye instanceKey={instance.key} target={eye} columns={columns} />
      ) : shown.length === 0 ? (
        <EmptyState title="Every column is hidden" hint="Show one again with the buttons above." />
      ) : layout.isAligned ? (
        <AlignedView
          instanceKey={instance.key}
          columns={columns}
          aligned={aligned}
          controls={controls}
          diffs={diffs}
          note={note}
          sets={sets}
          onCompare={compare}
        />
      ) : (
        <Group className={styles.columns} key={shown.map((column) => column.id).join('|')}>
          {shown.map((column, index) => (
            <Fragment key={column.id}>
              {index > 0 && <Separator className={styles.separator} />}
              <Panel id={column.id} minSize={180}>
                <ColumnView
                  key={instance.key}
                  column={column}
                  baseline={baseline}
                  services={mediaServices}
                  isRaw={layout.raw.includes(column.id)}
                  onToggleRaw={toggleRaw}
                  onHide={shown.length > 1 ? toggleHidden : undefined}
                  onTag={followTag}
                  diff={diffs.get(column.id)}
                  note={note(column)}
                  linkOf={linkOf}
                  scroll={scroll}
                />
              </Panel>
            </Fragment>
          ))}
        </Group>
      )}
      <CompareHost sets={sets} selected={compareId} returnTo={returnTo} onSelect={compare} />
      {layout.isPanelShown && (
        <div className={styles.panel} data-whole="panel">
          <ScorePanel instance={instance} metrics={metrics} columns={columns} />
        </div>
      )}
    </div>
  );
});
