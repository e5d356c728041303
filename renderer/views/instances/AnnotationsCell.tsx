import { Flag, StickyNote } from 'lucide-react';
import type { InstanceRow } from '../../../shared/model/instance.ts';
import { formatCounted } from '../../components/score/format-score.ts';
import { tagLabel, useTags } from '../../stores/taxonomy-store.ts';
import styles from './AnnotationsCell.module.css';

/** Flag, note and tags of a row's instance, whatever of it they were said of. */
export function AnnotationsCell({ row }: { readonly row: InstanceRow }) {
  const tags = useTags();
  const { annotations } = row;
  if (annotations === undefined) return null;
  const { isFlagged, notes } = annotations;
  const labels = annotations.tags.map((tag) => tagLabel(tags, tag));
  return (
    <span className={styles.cell}>
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
          {labels.map((label) => (
            <span key={label} className={styles.tag}>
              {label}
            </span>
          ))}
        </span>
      )}
    </span>
  );
}
