import type { Sequence } from '../../../shared/model/content.ts';
import { VisibleText } from '../visible-text/VisibleText.tsx';
import styles from './RawContent.module.css';

/** The content exactly as the file has it, tags marked, nothing interpreted. */
export function RawContent({ sequence }: { readonly sequence: Sequence }) {
  const { content, segments } = sequence;
  const tags = segments.filter((segment) => segment.kind === 'tag' && segment.end > segment.start);
  const pieces = tags.map((tag, index) => ({
    before: content.slice(tags[index - 1]?.end ?? 0, tag.start),
    tag: content.slice(tag.start, tag.end),
  }));
  return (
    <pre className={styles.raw} data-prose>
      {pieces.map((piece, index) => (
        <span key={index}>
          <VisibleText text={piece.before} />
          <mark>{piece.tag}</mark>
        </span>
      ))}
      <VisibleText text={content.slice(tags.at(-1)?.end ?? 0)} />
    </pre>
  );
}
