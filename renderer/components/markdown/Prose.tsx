// Markdown of untrusted origin. HTML in it is shown as text, links and pictures are named and never
// followed or fetched, maths cannot link or load: nothing in a model's answer can act or call home.
import { Fragment, memo, useMemo, type ReactNode } from 'react';
import Markdown, { type Components, type Options } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { VisibleText } from '../visible-text/VisibleText.tsx';
import { rehypeInlineMarks } from './inline-marks.ts';
import { mayHoldMath, normaliseMath } from './math-source.ts';
import { plainParagraphs, splitAtMarks } from './plain-prose.ts';
import styles from './Prose.module.css';
import { useMath } from './use-math.ts';

export interface ProseProps {
  readonly text: string;
  /** Shown as it is written, nothing interpreted. */
  readonly raw?: boolean;
  /** What stands at `inlineMark(index)`, e.g. the chip of a tag. */
  readonly inline?: (index: number) => ReactNode;
}

/** Longer than this is shown as plain text: parsing it would hold the page up. */
const MOST_CHARACTERS = 400_000;

export const Prose = memo(function Prose({ text, raw = false, inline }: ProseProps) {
  const paragraphs = useMemo(() => (raw ? undefined : plainParagraphs(text)), [raw, text]);
  if (paragraphs === undefined) return <MarkdownProse text={text} raw={raw} inline={inline} />;
  return (
    <div className={styles.prose} data-prose>
      {paragraphs.map((paragraph, index) => (
        <p key={index}>
          {splitAtMarks(paragraph).map((part, at) => (
            <Fragment key={at}>{typeof part === 'number' ? inline?.(part) : part}</Fragment>
          ))}
        </p>
      ))}
    </div>
  );
});

function MarkdownProse({
  text,
  raw,
  inline,
}: {
  readonly text: string;
  readonly raw: boolean;
  readonly inline: ProseProps['inline'];
}) {
  const isPlain = raw || text.length > MOST_CHARACTERS;
  const math = useMath(!isPlain && mayHoldMath(text));
  const source = useMemo(
    () => (isPlain || math === undefined ? text : normaliseMath(text)),
    [isPlain, math, text],
  );
  const remarkPlugins = useMemo<Options['remarkPlugins']>(
    () => (math === undefined ? [remarkGfm] : [remarkGfm, math.remarkMath]),
    [math],
  );
  const rehypePlugins = useMemo<Options['rehypePlugins']>(
    () => (math === undefined ? [rehypeInlineMarks] : [math.rehypeMath, rehypeInlineMarks]),
    [math],
  );
  const components = useMemo(() => inertComponents(inline), [inline]);
  if (isPlain) {
    return (
      <div className={styles.plain} data-prose>
        <VisibleText text={text} />
      </div>
    );
  }
  return (
    <div className={styles.prose} data-prose>
      <Markdown
        remarkPlugins={remarkPlugins}
        rehypePlugins={rehypePlugins}
        components={components}
        urlTransform={(url) => url}
      >
        {source}
      </Markdown>
    </div>
  );
}

function inertComponents(inline: ProseProps['inline']): Components {
  return {
    a: ({ href, children }) => (
      <span className={styles.link} title={href}>
        {children}
      </span>
    ),
    img: ({ src, alt }) => (
      <span className={styles.picture} title={typeof src === 'string' ? src : undefined}>
        picture not loaded{alt === undefined || alt === '' ? '' : `: ${alt}`}
      </span>
    ),
    input: ({ checked }) => (
      <input type="checkbox" checked={checked === true} readOnly disabled aria-label="task" />
    ),
    table: ({ children }) => (
      <div className={styles.tableFrame}>
        <table>{children}</table>
      </div>
    ),
    span: ({ node, children, ...rest }) => {
      const index = node?.properties['dataInlineIndex'];
      if (index === undefined) return <span {...rest}>{children}</span>;
      return <>{inline?.(Number(index))}</>;
    },
  };
}
