import type { Sequence } from '../../../../shared/model/content.ts';
import type { QcPreview } from '../../../../shared/model/quality-control.ts';
import { Interleaved } from '../../../components/interleaved/Interleaved.tsx';
import { MiniStrip } from '../../../components/structure-strip/MiniStrip.tsx';
import { mediaServices } from '../../../stores/media-store.ts';
import styles from './PreviewColumns.module.css';

/** Task and reference as they read: media at their tags, gaps where something is missing. */
export function PreviewColumns({
  preview,
  isStacked = false,
}: {
  readonly preview: QcPreview;
  /** One below the other, beside an editor. */
  readonly isStacked?: boolean;
}) {
  if (preview.problem !== undefined)
    return (
      <p className={styles.problem} role="status">
        {preview.problem}
      </p>
    );
  return (
    <div className={styles.columns} data-stacked={isStacked || undefined}>
      <Column label="Task" tone="task" sequence={preview.task} />
      <Column label="Reference" tone="reference" sequence={preview.reference} />
    </div>
  );
}

function Column({
  label,
  tone,
  sequence,
}: {
  readonly label: string;
  readonly tone: 'task' | 'reference';
  readonly sequence: Sequence;
}) {
  return (
    <section className={styles.column} aria-label={label}>
      <h3>
        {label}
        <span>
          <MiniStrip reference={sequence.strip} strip={sequence.strip} />
        </span>
      </h3>
      <div className={styles.body} tabIndex={0} role="group" aria-label={`${label}, content`}>
        {sequence.segments.length === 0 ? (
          <p className={styles.empty}>It is empty.</p>
        ) : (
          <Interleaved sequence={sequence} tone={tone} services={mediaServices} />
        )}
      </div>
    </section>
  );
}
