import { Flag, StickyNote } from 'lucide-react';
import { useMemo } from 'react';
import { useAnnotations } from '../../../stores/annotations-store.ts';
import { useRoute } from '../../../stores/route-store.ts';
import { tagLabel, useTags } from '../../../stores/taxonomy-store.ts';
import { placesOf, sideOfColumn } from './places.ts';
import styles from './WholeMarks.module.css';

/** What was said of a column as a whole, in its header; without a column, of the instance. */
export function WholeMarks({ columnId }: { readonly columnId?: string | undefined }) {
  const annotations = useAnnotations(useRoute((route) => route.key));
  const tags = useTags();
  const place = useMemo(() => {
    const { side, model } = sideOfColumn(columnId);
    return placesOf(annotations).find(
      (each) => each.mark.kind === 'whole' && each.side === side && each.model === model,
    );
  }, [annotations, columnId]);
  if (place === undefined) return null;
  const notes = place.notes.map(({ text }) => text).join('\n');
  return (
    <span className={styles.marks} data-stale={place.isStale || undefined}>
      {place.isFlagged && (
        <span className={styles.flag} role="img" aria-label="flagged" data-tip="Flagged (f)">
          <Flag size={12} aria-hidden="true" />
        </span>
      )}
      {place.tags.map(({ id, tag = '' }) => (
        <span
          key={id}
          className={styles.tag}
          data-tip={place.isStale ? 'Said of other content' : ''}
        >
          {tagLabel(tags, tag)}
        </span>
      ))}
      {place.notes.length > 0 && (
        <span className={styles.flag} role="img" aria-label={`Note: ${notes}`} data-tip={notes}>
          <StickyNote size={12} aria-hidden="true" />
        </span>
      )}
    </span>
  );
}
