import { useEffect, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, Copy } from 'lucide-react';
import type { ModalityViewProps } from '../define.ts';
import { ToolBar, ToolButton } from '../parts/ToolBar.tsx';
import { VisibleText } from '../../components/visible-text/VisibleText.tsx';
import type { ViewerLink } from '../viewer-link.ts';
import styles from './CodePane.module.css';
import colours from './colours.module.css';
import { highlightCode } from './highlight.ts';
import { cutLine, type Line } from './line-tokens.ts';
import { useLineLink } from './use-line-link.ts';

const CARD_LINES = 16;
const LINE_PX = 18;
/** A line longer than this is cut where it is drawn; copying gives all of it. */
const DRAWN_CHARACTERS = 5_000;

/** Code with line numbers; in a card the first lines, with the rest on demand. */
export function CodePane({
  text,
  isWhole,
  hints,
  size,
  onDetails,
  link,
}: {
  readonly text: string;
  readonly isWhole: boolean;
  readonly hints: readonly (string | undefined)[];
  readonly size: 'card' | 'full';
  readonly onDetails: ModalityViewProps['onDetails'];
  readonly link: ViewerLink | undefined;
}) {
  const hintKey = hints.join('\n');
  // the hints are read from the item, which makes a new list each time
  const code = useMemo(() => highlightCode(text, hintKey.split('\n')), [text, hintKey]);
  const [isOpen, setOpen] = useState(false);
  const isCollapsible = size === 'card' && code.lines.length > CARD_LINES + 2;
  const count = code.lines.length;
  useEffect(() => {
    const lines = `${count.toLocaleString('en-US')} ${count === 1 ? 'line' : 'lines'}`;
    const language =
      code.language === undefined ? [] : [code.isGuess ? `${code.language}?` : code.language];
    onDetails?.([...language, lines]);
  }, [onDetails, code, count]);
  const notes = [code.limit, isWhole ? undefined : 'Cut here: only the first 5 MB are shown.'];
  const isCollapsed = isCollapsible && !isOpen;
  return (
    <div className={styles.pane} data-size={size}>
      <Lines lines={code.lines} size={size} isCollapsed={isCollapsed} link={link} />
      {notes.map((note) =>
        note === undefined ? undefined : (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ),
      )}
      {isCollapsible && (
        <button type="button" className={styles.more} onClick={() => setOpen(!isOpen)}>
          {isCollapsed ? `Show all ${count.toLocaleString('en-US')} lines` : 'Show fewer lines'}
        </button>
      )}
      <ToolBar label="Code" floating>
        <CopyButton text={text} />
      </ToolBar>
    </div>
  );
}

function Lines({
  lines,
  size,
  isCollapsed,
  link,
}: {
  readonly lines: readonly Line[];
  readonly size: 'card' | 'full';
  readonly isCollapsed: boolean;
  readonly link: ViewerLink | undefined;
}) {
  const scroll = useRef<HTMLDivElement>(null);
  const digits = String(lines.length).length;
  const rows = useVirtualizer({
    count: isCollapsed ? CARD_LINES : lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE_PX,
    overscan: 20,
  });
  const onScroll = useLineLink(link, scroll, LINE_PX);
  return (
    <div
      ref={scroll}
      className={`${styles.scroll} ${colours.colours}`}
      onScroll={onScroll}
      tabIndex={0}
      role="region"
      aria-label="Code"
      {...(size === 'full' && { 'data-own-keys': true })}
    >
      <div className={styles.lines} style={{ height: rows.getTotalSize() }}>
        <div style={{ transform: `translateY(${rows.getVirtualItems()[0]?.start ?? 0}px)` }}>
          {rows.getVirtualItems().map(({ index }) => (
            <CodeLine key={index} line={lines[index] ?? []} number={index + 1} digits={digits} />
          ))}
        </div>
      </div>
    </div>
  );
}

function CodeLine({
  line,
  number,
  digits,
}: {
  readonly line: Line;
  readonly number: number;
  readonly digits: number;
}) {
  const { tokens, hidden } = cutLine(line, DRAWN_CHARACTERS);
  return (
    <div className={styles.line}>
      <span className={styles.number} style={{ width: `${digits}ch` }} aria-hidden="true">
        {number}
      </span>
      <code>
        {tokens.map((token, index) => (
          <span key={index} className={token.className}>
            <VisibleText text={token.text} />
          </span>
        ))}
        {hidden > 0 && (
          <span className={styles.hidden}> … {hidden.toLocaleString('en-US')} more characters</span>
        )}
        {'\n'}
      </code>
    </div>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), 1500);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <ToolButton
      label={outcome === 'copied' ? 'Copied' : 'Copy'}
      icon={outcome === 'copied' ? <Check size={13} /> : <Copy size={13} />}
      {...(outcome === 'refused' && { text: 'refused by the system' })}
      onClick={() =>
        void navigator.clipboard.writeText(text).then(
          () => setOutcome('copied'),
          () => setOutcome('refused'),
        )
      }
    />
  );
}
