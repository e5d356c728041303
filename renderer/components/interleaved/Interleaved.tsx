// Interleaved content as it is meant to be read: running text, each item behind the sentence that
// names it. Gets everything as props, so that any screen (and a test) can show it alone.
import { useCallback, useMemo, useRef, type ReactNode } from 'react';
import { readingBlocks } from '../../../shared/interleave/reading.ts';
import type { Item, Sequence, TagSegment } from '../../../shared/model/content.ts';
import { MODALITIES } from '../../../shared/model/modality.ts';
import type { MediaServices, Tone } from '../../modalities/define.ts';
import type { ViewerLink } from '../../modalities/viewer-link.ts';
import { MediaCard } from '../media-card/MediaCard.tsx';
import type { BlocksDiff } from '../text-diff/diff-blocks.ts';
import { GapBox } from './GapBox.tsx';
import styles from './Interleaved.module.css';
import { DiffTail, TextRun } from './TextRun.tsx';
import { useShownBlocks } from './use-shown-blocks.ts';

export interface InterleavedProps {
  readonly sequence: Sequence;
  readonly tone: Tone;
  readonly services: MediaServices;
  /** Drawn in the bar of an item's card, e.g. its quality score. */
  readonly badge?: (item: Item) => ReactNode;
  /** Follows a tag whose item does not stand here: one of the input, or of the answer expected. */
  readonly onForeignTag?: (segment: TagSegment) => void;
  /** Joins an item's viewer with those of the items that it belongs to. */
  readonly linkOf?: ((tag: string) => ViewerLink | undefined) | undefined;
  /** Drawn behind the content: items that are missing altogether. */
  readonly trailing?: ReactNode;
  /** Its text compared with another column's: each text run marked, and what has no place in one. */
  readonly diff?: BlocksDiff | undefined;
}

export function Interleaved(props: InterleavedProps) {
  const { sequence, tone, services, badge, onForeignTag, trailing, diff, linkOf } = props;
  const root = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => readingBlocks(sequence.segments), [sequence]);
  const shown = useShownBlocks(blocks.length);
  const items = useMemo(
    () => new Map(sequence.items.map((item) => [item.tag, item] as const)),
    [sequence],
  );
  const follow = useCallback(
    (segment: TagSegment) => {
      const isForeign = segment.role === 'inputReference' || segment.role === 'expectedOutput';
      if (isForeign) onForeignTag?.(segment);
      else if (root.current !== null) revealTag(root.current, segment.tag);
    },
    [onForeignTag],
  );
  return (
    <div ref={root} className={styles.flow}>
      {blocks
        .slice(0, shown)
        .map((block, index) =>
          block.kind === 'text' ? (
            <TextRun key={index} parts={diff?.parts.get(index) ?? block.parts} onFollow={follow} />
          ) : (
            <ItemBlock
              key={`${block.segment.tag}:${index}`}
              segment={block.segment}
              item={items.get(block.segment.tag)}
              tone={tone}
              services={services}
              badge={badge}
              link={linkOf?.(block.segment.tag)}
            />
          ),
        )}
      {diff !== undefined && <DiffTail text={diff.tail} />}
      {trailing}
    </div>
  );
}

/** An item at its place, or the gap that a tag without an entry leaves. */
export function ItemBlock({
  segment,
  item,
  tone,
  services,
  badge,
  link,
}: {
  readonly segment: TagSegment;
  readonly item: Item | undefined;
  readonly tone: Tone;
  readonly services: MediaServices;
  readonly badge: InterleavedProps['badge'];
  readonly link?: ViewerLink | undefined;
}) {
  if (item === undefined) {
    const label = MODALITIES[segment.modality].label.toLowerCase();
    return (
      <GapBox title={`${segment.tag}: no ${label} behind this tag`} tag={segment.tag}>
        {segment.caption ?? 'dangling tag; it counts as generated, but there is nothing to show'}
      </GapBox>
    );
  }
  return (
    <div className={styles.item} data-tag={segment.tag}>
      <MediaCard
        item={item}
        tone={tone}
        services={services}
        role={segment.role}
        badge={badge?.(item)}
        link={link}
      />
    </div>
  );
}

/** Scrolls to the item of a tag inside `root` and gives it the focus. */
export function revealTag(root: HTMLElement, tag: string): void {
  const target = root.querySelector<HTMLElement>(`[data-tag="${CSS.escape(tag)}"]`);
  if (target === null) return;
  target.scrollIntoView({ block: 'nearest' });
  const focusable = target.matches('[tabindex]')
    ? target
    : target.querySelector<HTMLElement>('[tabindex], button');
  focusable?.focus({ preventScroll: true });
}
