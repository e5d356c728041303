import type { ModalityViewProps } from '../../define.ts';
import type { BoxLayerProps } from './BoxLayer.tsx';

/** What a picture needs to draw regions and have them drawn. */
export type PictureBoxes = Pick<BoxLayerProps, 'tag' | 'marks' | 'onMark' | 'selection'>;

/** Regions of an item's picture; where it is small they can only be seen. */
export function boxesOf({
  item,
  marks = [],
  onMark,
  size,
  selection,
}: Pick<ModalityViewProps, 'item' | 'marks' | 'onMark' | 'size' | 'selection'>): PictureBoxes {
  return { tag: item.tag, marks, onMark: size === 'full' ? onMark : undefined, selection };
}
