import { CornerDownRight } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import type { Item, TagSegment } from '../../../../shared/model/content.ts';
import { MODALITIES } from '../../../../shared/model/modality.ts';
import type { ModalityMatch } from '../../../../shared/model/structure.ts';
import { GapBox } from '../../../components/interleaved/GapBox.tsx';
import { ItemBlock } from '../../../components/interleaved/Interleaved.tsx';
import { TextRun } from '../../../components/interleaved/TextRun.tsx';
import { VisibleText } from '../../../components/visible-text/VisibleText.tsx';
import { formatScore } from '../../../components/score/format-score.ts';
import type { DiffPart } from '../../../components/text-diff/diff-blocks.ts';
import type { MediaServices } from '../../../modalities/define.ts';
import type { ViewerLink } from '../../../modalities/viewer-link.ts';
import type { MovedEnd, RowCell, ShownRow } from './aligned-rows.ts';
import styles from './AlignedCell.module.css';
import { reasonText } from './reason-text.ts';

export interface AlignedCellProps {
  readonly row: ShownRow;
  readonly cell: RowCell;
  /** Text with marks, in place of the block's own. */
  readonly diff: readonly DiffPart[] | undefined;
  /** The column's structure arithmetic. */
  readonly matches: readonly ModalityMatch[] | undefined;
  readonly isRaw: boolean;
  readonly services: MediaServices;
  readonly link: ViewerLink | undefined;
  readonly centreLabel: string;
  readonly badge: (cell: RowCell, item: Item) => ReactNode;
  /** Why it is here, with the menu that corrects it; nothing for the centre. */
  readonly menu: ReactNode;
  readonly onTag: (columnId: string, segment: TagSegment) => void;
  readonly onRow: (row: number, columnId: string) => void;
}

/** What one column has in a row: text, an item, or a gap. */
export function AlignedCell(props: AlignedCellProps) {
  const { row, cell, menu, onRow, centreLabel } = props;
  const { column, moved, block } = cell;
  return (
    <div
      className={styles.cell}
      data-column={column.id}
      data-row={row.index}
      data-tone={column.tone}
      data-gap={block === undefined ? '' : undefined}
    >
      {block !== undefined && moved !== undefined && (
        <MovedButton
          moved={moved}
          label={`belongs to row ${moved.row + 1}`}
          why={reasonText(moved, centreLabel)}
          onClick={() => onRow(moved.row, column.id)}
        />
      )}
      <Content {...props} />
      {menu !== undefined && <div className={styles.menu}>{menu}</div>}
    </div>
  );
}

function Content(props: AlignedCellProps) {
  const { row, cell, diff, isRaw, services, link, badge, onTag } = props;
  const { column, block, item } = cell;
  const follow = useCallback(
    (segment: TagSegment) => onTag(column.id, segment),
    [column.id, onTag],
  );
  const draw = useCallback((own: Item) => badge(cell, own), [badge, cell]);
  if (block === undefined) return <Gap {...props} />;
  if (block.kind === 'text') {
    if (isRaw)
      return (
        <pre className={styles.raw} data-prose>
          <VisibleText
            text={block.parts
              .map((part) => (typeof part === 'string' ? part : `<${part.tag}>`))
              .join('')}
          />
        </pre>
      );
    return <TextRun parts={diff ?? block.parts} onFollow={follow} />;
  }
  return (
    <ItemBlock
      key={`${row.index}:${block.segment.tag}`}
      segment={block.segment}
      item={item}
      tone={column.tone}
      services={services}
      badge={draw}
      link={link}
    />
  );
}

/** An empty slot: an item that costs points says so, everything else is quiet. */
function Gap({ row, cell, matches, centreLabel, onRow }: AlignedCellProps) {
  const { column, moved } = cell;
  const label = MODALITIES[row.modality].label;
  if (moved !== undefined)
    return (
      <div className={styles.gap}>
        <MovedButton
          moved={moved}
          label={`stands in row ${moved.row + 1}`}
          why={reasonText(moved, centreLabel)}
          onClick={() => onRow(moved.row, column.id)}
        />
      </div>
    );
  const match = matches?.find(({ modality }) => modality === row.modality);
  if (row.isItem && row.centre !== undefined && match !== undefined && match.missing > 0)
    return (
      <GapBox title={`${label} missing`}>
        {match.found} of {match.expected} · StS −{formatScore(match.stsCost)}
        {match.lesCost > 0 && `, LeS −${formatScore(match.lesCost)}`}
      </GapBox>
    );
  const what = row.isItem ? label.toLowerCase() : 'text';
  return (
    <div className={styles.gap} role="note" aria-label={`no ${what} here`}>
      {row.isItem ? `no ${what} here` : '—'}
    </div>
  );
}

function MovedButton({
  moved,
  label,
  why,
  onClick,
}: {
  readonly moved: MovedEnd;
  readonly label: string;
  readonly why: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className={styles.moved} data-tip={why} onClick={onClick}>
      <b>{moved.number}</b>
      <CornerDownRight size={12} aria-hidden="true" />
      {label}
    </button>
  );
}
