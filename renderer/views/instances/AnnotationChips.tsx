import { Flag, StickyNote } from 'lucide-react';
import type { InstanceRow } from '../../../shared/model/instance.ts';
import { formatCounted } from '../../components/score/format-score.ts';
import { tagLabel, useTags } from '../../stores/taxonomy-store.ts';
import styles from './AnnotationChips.module.css';

/** Before the task's words: flag, notes and tags of the instance, whatever of it they are of. */
export function AnnotationChips({ row }: { readonly row: InstanceRow }) {
  const tags = useTags();
  const { annotations } = row;
  if (annotations === undefined) return null;
  const { isFlagged, notes } = annotations;
  const labels = annotations.tags.map((tag) => tagLabel(tags, tag));
  return (
    <span className={styles.chips}>
      {isFlagged && (
        <span className={styles.flag} role="img" aria-label="flagged" data-tip="Flagged">
          <Flag size={12} aria-hidden="true" />
        </span>
      )}
      {notes > 0 && (
        <span
          className={styles.notes}
          role="img"
          aria-label={formatCounted(notes, 'note')}
          data-tip={formatCounted(notes, 'note')}
        >
          <StickyNote size={12} aria-hidden="true" />
        </span>
      )}
      {labels.length > 0 && (
        <span className={styles.tags} data-tip={labels.join(' · ')}>
          <span className={styles.tag}>{labels[0]}</span>
          {labels.length > 1 && <span className={styles.tag}>+{labels.length - 1}</span>}
        </span>
      )}
    </span>
  );
}
