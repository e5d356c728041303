import { memo, useCallback, useMemo, type ReactNode } from 'react';
import type { TagSegment } from '../../../shared/model/content.ts';
import { inlineMark, withoutMarks } from '../markdown/inline-marks.ts';
import { Prose } from '../markdown/Prose.tsx';
import type { DiffPart } from '../text-diff/diff-blocks.ts';
import { TagChip } from './TagChip.tsx';
import styles from './TextRun.module.css';

type Node = Exclude<DiffPart, string>;

/** Longer than this, Markdown with marks in it is shown as it is written: parsing would hold the page up. */
const MOST_CHARACTERS = 60_000;

/** A run of Markdown text with tags in it, and with what is new in it and gone from it. */
export const TextRun = memo(function TextRun({
  parts,
  onFollow,
}: {
  readonly parts: readonly DiffPart[];
  readonly onFollow: (segment: TagSegment) => void;
}) {
  const { text, nodes } = useMemo(() => toProse(parts), [parts]);
  const inline = useCallback(
    (index: number) => {
      const node = nodes[index];
      return node === undefined ? undefined : <Inline node={node} onFollow={onFollow} />;
    },
    [nodes, onFollow],
  );
  if (text.length > MOST_CHARACTERS && nodes.some((node) => node.kind !== 'tag'))
    return <Plain parts={parts} onFollow={onFollow} />;
  return <Prose text={text} inline={inline} />;
});

/** What the other text has where this column has no text run to tell it in. */
export function DiffTail({ text }: { readonly text: string }) {
  if (text === '') return null;
  return (
    <p className={styles.tail}>
      <del className={styles.out}>{text}</del>
    </p>
  );
}

function Inline({
  node,
  onFollow,
}: {
  readonly node: Node;
  readonly onFollow: (segment: TagSegment) => void;
}) {
  switch (node.kind) {
    case 'tag':
      return <TagChip segment={node} onFollow={onFollow} />;
    case 'in':
      return <ins className={styles.in}>{node.text}</ins>;
    case 'out':
      return <del className={styles.out}>{node.text}</del>;
    case 'changed':
      return (
        <ins className={styles.changed} data-tip="What follows is written otherwise there">
          changed
        </ins>
      );
  }
}

/** A very long text, paragraph by paragraph, so that only those in sight are laid out. */
function Plain({
  parts,
  onFollow,
}: {
  readonly parts: readonly DiffPart[];
  readonly onFollow: (segment: TagSegment) => void;
}) {
  const paragraphs = useMemo(() => paragraphsOf(parts), [parts]);
  return paragraphs.map((paragraph, index) => (
    <p key={index} className={styles.plain}>
      {paragraph.map((part, at): ReactNode =>
        typeof part === 'string' ? part : <Inline key={at} node={part} onFollow={onFollow} />,
      )}
    </p>
  ));
}

const MOST_PARTS = 80; // a text without line breaks is cut, too

function paragraphsOf(parts: readonly DiffPart[]): DiffPart[][] {
  const paragraphs: DiffPart[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {
      paragraphs.at(-1)?.push(part);
      continue;
    }
    part.split('\n').forEach((line, index) => {
      const last = paragraphs.at(-1);
      if (index > 0 || last === undefined || last.length >= MOST_PARTS) paragraphs.push([line]);
      else last.push(line);
    });
  }
  return paragraphs.filter((paragraph) => paragraph.some((part) => part !== ''));
}

function toProse(parts: readonly DiffPart[]) {
  const nodes: Node[] = [];
  const text = parts
    .map((part) => {
      if (typeof part === 'string') return withoutMarks(part);
      nodes.push(part);
      return inlineMark(nodes.length - 1);
    })
    .join('');
  // a leading space is what is left of the sentence before; four would make a code block
  return { text: text.replace(/^ +/, ''), nodes };
}
