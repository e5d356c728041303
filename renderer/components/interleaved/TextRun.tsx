import { memo, useCallback, useMemo } from 'react';
import type { TagSegment } from '../../../shared/model/content.ts';
import { inlineMark, withoutMarks } from '../markdown/inline-marks.ts';
import { Prose } from '../markdown/Prose.tsx';
import { TagChip } from './TagChip.tsx';

/** A run of Markdown text with tags in it. */
export const TextRun = memo(function TextRun({
  parts,
  onFollow,
}: {
  readonly parts: readonly (string | TagSegment)[];
  readonly onFollow: (segment: TagSegment) => void;
}) {
  const { text, tags } = useMemo(() => toProse(parts), [parts]);
  const inline = useCallback(
    (index: number) => {
      const segment = tags[index];
      return segment === undefined ? undefined : <TagChip segment={segment} onFollow={onFollow} />;
    },
    [tags, onFollow],
  );
  return <Prose text={text} inline={inline} />;
});

function toProse(parts: readonly (string | TagSegment)[]) {
  const tags: TagSegment[] = [];
  const text = parts
    .map((part) => {
      if (typeof part === 'string') return withoutMarks(part);
      tags.push(part);
      return inlineMark(tags.length - 1);
    })
    .join('');
  // a leading space is what is left of the sentence before; four would make a code block
  return { text: text.replace(/^ +/, ''), tags };
}
