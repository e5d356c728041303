import { memo } from 'react';
import { VisibleText } from '../../../components/visible-text/VisibleText.tsx';
import type { LineMark } from '../../parts/marks/line-lanes.ts';
import { GutterMarks } from '../GutterMarks.tsx';
import type { Line, Token } from '../line-tokens.ts';
import type { ComparedSide, TextComparison } from './compare-texts.ts';
import { diffWords, type Span } from './diff-words.ts';
import type { DiffItem } from './fold-rows.ts';
import { markTokens } from './mark-tokens.ts';
import { lineAt } from './marked-rows.ts';
import type { DiffMarks } from './use-diff-marks.ts';
import styles from './DiffPane.module.css';

interface Props {
  readonly item: DiffItem;
  readonly comparison: TextComparison;
  readonly isInline: boolean;
  readonly isCurrent: boolean;
  /** What people marked. */
  readonly marks: DiffMarks;
  readonly onOpen: (from: number) => void;
}

/** A row of the comparison, or a gap that can be opened. */
export const DiffItemRow = memo(function DiffItemRow(props: Props) {
  const { item, comparison, isInline, isCurrent, marks, onOpen } = props;
  if (item.kind === 'gap') {
    return (
      <button type="button" className={styles.gap} onClick={() => onOpen(item.from)}>
        {item.count.toLocaleString('en-US')} equal lines · show
      </button>
    );
  }
  const { left, right, rows } = comparison;
  const leftAt = rows.left[item.row] ?? -1;
  const rightAt = rows.right[item.row] ?? -1;
  const isSame = rows.isSame[item.row] === 1;
  const words =
    isSame || leftAt < 0 || rightAt < 0
      ? undefined
      : diffWords(left.texts[leftAt] ?? '', right.texts[rightAt] ?? '');
  const kinds = isSame ? (['same', 'same'] as const) : (['out', 'in'] as const);
  if (isInline) {
    const isLeft = item.side === 'left';
    return (
      <div className={styles.inlineRow} data-current={isCurrent}>
        <Number side={left} at={item.side === 'right' ? -1 : leftAt} marks={marks.left} />
        <Number side={right} at={isLeft ? -1 : rightAt} marks={marks.right} />
        <Cell
          side={isLeft ? left : right}
          at={isLeft ? leftAt : rightAt}
          kind={isLeft ? kinds[0] : kinds[1]}
          marks={isLeft ? words?.left : words?.right}
        />
      </div>
    );
  }
  return (
    <div className={styles.row} data-current={isCurrent}>
      <Number side={left} at={leftAt} marks={marks.left} />
      <Cell side={left} at={leftAt} kind={kinds[0]} marks={words?.left} />
      <Number side={right} at={rightAt} marks={marks.right} />
      <Cell side={right} at={rightAt} kind={kinds[1]} marks={words?.right} />
    </div>
  );
});

function Number({
  side,
  at,
  marks,
}: {
  readonly side: ComparedSide;
  readonly at: number;
  readonly marks: readonly LineMark[];
}) {
  const number = at < 0 ? undefined : side.numbers[at];
  const shown = number === 0 ? '↪' : number;
  // thousands of rows pass by, most of them of texts without a mark
  if (at < 0 || marks.length === 0)
    return (
      <span className={styles.number} aria-hidden="true">
        {shown}
      </span>
    );
  return (
    <span className={styles.number}>
      <GutterMarks marks={marks} line={lineAt(side, at)} isRest={number === 0} />
      <span aria-hidden="true">{shown}</span>
    </span>
  );
}

const SIGNS = { same: '', out: '−', in: '+' } as const;
const SAID = { same: undefined, out: 'taken out: ', in: 'put in: ' } as const;

function Cell({
  side,
  at,
  kind,
  marks,
}: {
  readonly side: ComparedSide;
  readonly at: number;
  readonly kind: keyof typeof SIGNS;
  readonly marks: readonly Span[] | undefined;
}) {
  if (at < 0) return <span className={styles.nothing} />;
  const line: Line = side.lines[at] ?? [];
  return (
    <span className={styles.cell} data-kind={kind} data-marked={marks !== undefined}>
      <span className={styles.sign} aria-hidden="true">
        {SIGNS[kind]}
      </span>
      <code dir="auto">
        {SAID[kind] !== undefined && <span className="visually-hidden">{SAID[kind]}</span>}
        {markTokens(line, marks ?? []).map(({ token, isMarked }, index) =>
          isMarked ? (
            <mark key={index} className={styles.mark} data-kind={kind}>
              <VisibleText text={token.text} />
            </mark>
          ) : (
            <Piece key={index} token={token} />
          ),
        )}
      </code>
    </span>
  );
}

function Piece({ token }: { readonly token: Token }) {
  return (
    <span className={token.className}>
      <VisibleText text={token.text} />
    </span>
  );
}
