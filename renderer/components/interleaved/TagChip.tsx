import { MODALITIES } from '../../../shared/model/modality.ts';
import type { TagRole, TagSegment } from '../../../shared/model/content.ts';
import styles from './TagChip.module.css';

const MEANING: Readonly<Record<TagRole, string>> = {
  item: 'stands below this sentence',
  repeat: 'shown again; counted once',
  inputReference: 'refers to an item of the task; not counted as generated',
  expectedOutput: 'names an item that the answer is to contain',
  dangling: 'names no entry: nothing was generated for it',
  orphan: 'an entry that no tag names',
};

/** A tag inside running text; follows to the item that it names. */
export function TagChip({
  segment,
  onFollow,
}: {
  readonly segment: TagSegment;
  readonly onFollow: (segment: TagSegment) => void;
}) {
  const label = `${MODALITIES[segment.modality].label} ${segment.number}`;
  return (
    <button
      type="button"
      className={styles.chip}
      data-role={segment.role}
      data-tip={`<${segment.tag}> ${MEANING[segment.role]}`}
      aria-label={`${segment.tag}, ${label}: ${MEANING[segment.role]}`}
      onClick={() => onFollow(segment)}
    >
      {segment.tag}
    </button>
  );
}
