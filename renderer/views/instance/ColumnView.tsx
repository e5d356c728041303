import { memo, useCallback, type ReactNode } from 'react';
import { markStrip } from '../../../shared/interleave/strip-marks.ts';
import { MODALITIES } from '../../../shared/model/modality.ts';
import type { Item, TagSegment } from '../../../shared/model/content.ts';
import { GapBox } from '../../components/interleaved/GapBox.tsx';
import { Interleaved } from '../../components/interleaved/Interleaved.tsx';
import { RawContent } from '../../components/interleaved/RawContent.tsx';
import { formatScore } from '../../components/score/format-score.ts';
import { ExampleMark } from '../../components/score/ExampleMark.tsx';
import { ScoreValue } from '../../components/score/ScoreValue.tsx';
import type { BlocksDiff } from '../../components/text-diff/diff-blocks.ts';
import { StructureStrip } from '../../components/structure-strip/StructureStrip.tsx';
import type { MediaServices } from '../../modalities/define.ts';
import type { Column } from './columns.ts';
import { ColumnHeader } from './ColumnHeader.tsx';
import styles from './ColumnView.module.css';
import { findScore } from './score-rows.ts';
import type { LinkOf } from './use-column-links.ts';
import { structureOf } from './structure-lines.ts';

export interface ColumnViewProps {
  readonly column: Column;
  /** The first model's column, against which the others' differences are shown. */
  readonly baseline: Column | undefined;
  readonly services: MediaServices;
  readonly isRaw: boolean;
  readonly onToggleRaw: (columnId: string) => void;
  readonly onHide: ((columnId: string) => void) | undefined;
  readonly onTag: (columnId: string, segment: Pick<TagSegment, 'tag' | 'role'>) => void;
  /** Its text compared with another column's. */
  readonly diff?: BlocksDiff | undefined;
  /** Drawn behind the strip: with what the text is compared. */
  readonly note?: ReactNode;
  readonly linkOf: LinkOf;
  /** Gives the scrolling part its ref and handlers. */
  readonly scroll: (columnId: string) => object;
}

/** One column: header with its scores, structure strip, and the interleaved content below. */
export const ColumnView = memo(function ColumnView(props: ColumnViewProps) {
  const { column, baseline, services, isRaw, onToggleRaw, onHide, onTag, scroll } = props;
  const { diff, note, linkOf } = props;
  const ownLink = useCallback((tag: string) => linkOf(column.id, tag), [linkOf, column.id]);
  const evidence = structureOf(column.response);
  const badge = useCallback((item: Item) => <QualityBadge column={column} item={item} />, [column]);
  const follow = useCallback(
    (segment: Pick<TagSegment, 'tag' | 'role'>) => onTag(column.id, segment),
    [column.id, onTag],
  );
  return (
    <section className={styles.column} aria-label={column.label} data-column={column.id}>
      <ColumnHeader
        column={column}
        baseline={baseline}
        isRaw={isRaw}
        onToggleRaw={() => onToggleRaw(column.id)}
        onHide={onHide === undefined ? undefined : () => onHide(column.id)}
      />
      <div className={styles.strip}>
        {column.sequence !== undefined && (
          <StructureStrip
            cells={markStrip(column.sequence.strip, evidence?.modalities ?? [])}
            matches={evidence?.modalities}
            onFollow={follow}
          />
        )}
        {note}
      </div>
      <div
        className={styles.body}
        tabIndex={0}
        role="group"
        aria-label={`${column.label}, content`}
        {...scroll(column.id)}
      >
        {column.sequence === undefined ? (
          <GapBox title={`${column.label} has no response here`}>
            not run, or not among the imported predictions
          </GapBox>
        ) : isRaw ? (
          <RawContent sequence={column.sequence} />
        ) : (
          <Interleaved
            sequence={column.sequence}
            tone={column.tone}
            services={services}
            badge={badge}
            onForeignTag={follow}
            linkOf={ownLink}
            diff={diff}
            trailing={<Missing column={column} />}
          />
        )}
      </div>
    </section>
  );
});

/** An item's generation quality, for the bar of its card. */
export function QualityBadge({
  column,
  item,
}: {
  readonly column: Column;
  readonly item: Item;
}): ReactNode {
  const score = findScore(column.response, 'GQ', item.tag);
  if (score?.value === undefined) return null;
  return (
    <span
      data-tip={`Generation quality, ${score.source.isExample ? 'example figure' : score.source.kind}`}
    >
      GQ
      {score.source.isExample && <ExampleMark />} <ScoreValue value={score.value} />
    </span>
  );
}

/** An empty box for every modality of which the reference has more than this response. */
function Missing({ column }: { readonly column: Column }) {
  const matches = structureOf(column.response)?.modalities ?? [];
  return matches
    .filter((match) => match.missing > 0)
    .map((match) => {
      const label = MODALITIES[match.modality].label;
      const count = match.missing > 1 ? `${match.missing} × ` : '';
      const les = match.lesCost > 0 ? `, LeS −${formatScore(match.lesCost)}` : '';
      return (
        <GapBox key={match.modality} title={`${count}${label} missing`}>
          reference has {match.expected}, found {match.found} · costs StS −
          {formatScore(match.stsCost)}
          {les}
        </GapBox>
      );
    });
}
