import { useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Check, Copy, MessageSquarePlus } from 'lucide-react';
import { keyTitle } from '../../hooks/key-match.ts';
import type { ModalityViewProps, PlacedMark } from '../define.ts';
import { ToolBar, ToolButton } from '../parts/ToolBar.tsx';
import type { ViewerLink } from '../viewer-link.ts';
import styles from './CodePane.module.css';
import { CodeLines } from './CodeLines.tsx';
import { highlightCode } from './highlight.ts';
import { useLinePicking, type LinePicking } from './use-picked-lines.ts';

const CARD_LINES = 16;

/** What is marked on the code of an item, and how more is. */
export interface CodeMarking extends Pick<ModalityViewProps, 'onMark' | 'selection' | 'showing'> {
  readonly tag: string;
  readonly marks: readonly PlacedMark[];
}

/** Code with line numbers; in a card the first lines, with the rest on demand. */
export function CodePane({
  text,
  isWhole,
  hints,
  size,
  onDetails,
  link,
  marking,
}: {
  readonly text: string;
  readonly isWhole: boolean;
  readonly hints: readonly (string | undefined)[];
  readonly size: 'card' | 'full';
  readonly onDetails: ModalityViewProps['onDetails'];
  readonly link: ViewerLink | undefined;
  readonly marking: CodeMarking;
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
  const scroll = useRef<HTMLDivElement>(null);
  const shown = isCollapsed ? CARD_LINES : count;
  const goTo = useRef<(line: number) => void>(undefined);
  const picking = useLinePicking({
    ...marking,
    scroll,
    count: shown,
    show: (line) => goTo.current?.(line),
  });
  useImperativeHandle(marking.showing, () => (mark) => {
    if (mark.kind !== 'lines') return;
    // a line that is folded away cannot be scrolled to
    if (mark.from > shown) flushSync(() => setOpen(true));
    goTo.current?.(mark.from);
  });
  return (
    <div className={styles.pane} data-size={size}>
      <CodeLines
        {...{ scroll, size, link, picking, goTo }}
        lines={code.lines}
        shown={shown}
        marks={marking.marks}
      />
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
        <MarkTool picking={picking} />
        <CopyButton text={text} />
      </ToolBar>
    </div>
  );
}

/** By mouse: begins, then says something of what is picked. */
function MarkTool({ picking }: { readonly picking: LinePicking | undefined }) {
  if (picking === undefined) return null;
  const { picked, toggle, say } = picking;
  const lines =
    picked === undefined || picked.from === picked.to
      ? `line ${picked?.from ?? ''}`
      : `lines ${picked.from}–${picked.to}`;
  return (
    <ToolButton
      label={picked === undefined ? 'Mark lines' : `Say something of ${lines}`}
      {...(picked === undefined && { keys: keyTitle('large.mark') })}
      icon={<MessageSquarePlus size={13} />}
      {...(picked !== undefined && { text: lines })}
      onClick={picked === undefined ? toggle : say}
    />
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
