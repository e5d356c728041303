import { ChevronRight } from 'lucide-react';
import { Fragment, useState } from 'react';
import { CompositePart } from '../../../shared/model/composite.ts';
import type { Response } from '../../../shared/model/response.ts';
import type { MetricDescriptor, Score } from '../../../shared/model/score.ts';
import { Delta } from '../../components/score/Delta.tsx';
import { ExampleMark } from '../../components/score/ExampleMark.tsx';
import { ScoreValue } from '../../components/score/ScoreValue.tsx';
import { anatomyRows, describeMean, type AnatomyRow } from './anatomy/anatomy-rows.ts';
import { ArithmeticRow } from './anatomy/ArithmeticRow.tsx';
import { SpreadStrip } from './anatomy/SpreadStrip.tsx';
import type { Column } from './columns.ts';
import styles from './ScorePanel.module.css';

/** All figures of the responses side by side, each opened to what it is made of. */
export function ScoreTable({
  instanceKey,
  metrics,
  columns,
  responses,
}: {
  readonly instanceKey: string;
  readonly metrics: readonly MetricDescriptor[];
  readonly columns: readonly Column[];
  readonly responses: readonly (Response | undefined)[];
}) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = anatomyRows(metrics, responses);
  const parents = new Map(rows.map(({ id, parent }) => [id, parent]));
  const isSeen = (parent: string | undefined): boolean =>
    parent === undefined || (!closed.has(parent) && isSeen(parents.get(parent)));
  const toggle = (id: string) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  };
  const hasDelta = columns.length === 2;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Score</th>
          {columns.map((column) => (
            <th key={column.id} scope="col" data-tone={column.tone} data-tip={column.label}>
              {column.letter}
            </th>
          ))}
          {hasDelta && (
            <th scope="col" data-tip="A minus B">
              A−B
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(({ parent }) => isSeen(parent))
          .map((row) => (
            <Fragment key={row.id}>
              <tr data-level={row.level} data-whole={row.arithmetic.length > 0 || undefined}>
                <th scope="row" data-tip={row.title}>
                  <RowLabel row={row} isOpen={!closed.has(row.id)} onToggle={toggle} />
                </th>
                {row.cells.map((score, index) => (
                  <td key={columns[index]?.id ?? index} data-tip={describe(score)}>
                    <OtherOrigin score={score} row={row} />{' '}
                    <ScoreCell score={score} isHeading={isItemHeading(row)} />
                    <Spread
                      instanceKey={instanceKey}
                      row={row}
                      score={score}
                      column={columns[index]}
                    />
                  </td>
                ))}
                {hasDelta && (
                  <td>
                    <Delta a={row.cells[0]?.value} b={row.cells[1]?.value} />
                  </td>
                )}
              </tr>
              {row.arithmetic.length > 0 && !closed.has(row.id) && (
                <ArithmeticRow
                  row={row}
                  columns={columns}
                  span={columns.length + (hasDelta ? 2 : 1)}
                />
              )}
            </Fragment>
          ))}
      </tbody>
    </table>
  );
}

function RowLabel({
  row,
  isOpen,
  onToggle,
}: {
  readonly row: AnatomyRow;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
}) {
  const marks = <Marks row={row} />;
  if (!row.isOpenable)
    return (
      <>
        {row.label}
        {marks}
      </>
    );
  return (
    <>
      <button
        type="button"
        className={styles.opener}
        aria-expanded={isOpen}
        onClick={() => onToggle(row.id)}
      >
        {row.label}
        <ChevronRight size={12} aria-hidden="true" />
      </button>
      {marks}
    </>
  );
}

/** What kind of figures these are; a part says so only where it stands without its composite. */
function Marks({ row }: { readonly row: AnatomyRow }) {
  if (row.isBaseline)
    return (
      <span className={styles.under}>
        <span
          className={styles.origin}
          data-tip="Stands in for a judge; never mixed with a judge’s figures"
        >
          baseline
        </span>
      </span>
    );
  return <OriginMark origin={row.level === 'metric' ? row.origin : undefined} />;
}

/** A metric that only has figures for items, and no mean: its own line is their heading. */
function isItemHeading(row: AnatomyRow): boolean {
  return row.level !== 'item' && row.isOpenable && row.cells.every((cell) => cell === undefined);
}

/** Below a figure of a whole response: where it lies among its model's own. */
function Spread({
  instanceKey,
  row,
  score,
  column,
}: {
  readonly instanceKey: string;
  readonly row: AnatomyRow;
  readonly score: Score | undefined;
  readonly column: Column | undefined;
}) {
  if (row.level === 'item' || column === undefined || score?.value === undefined) return null;
  return (
    <SpreadStrip
      instanceKey={instanceKey}
      model={column.label}
      metric={row.metric}
      tone={column.tone}
    />
  );
}

function ScoreCell({
  score,
  isHeading,
}: {
  readonly score: Score | undefined;
  readonly isHeading: boolean;
}) {
  if (isHeading) return null;
  if (score === undefined) return <span className={styles.none}>—</span>;
  if (score.value !== undefined) return <ScoreValue value={score.value} />;
  return (
    <span className={styles.none}>
      {score.unscored?.code.replace(/^(?:media|imported)-/, '').replaceAll('-', ' ') ?? '—'}
    </span>
  );
}

/** Beside a figure that does not come from where the others of its line do. */
function OtherOrigin({
  score,
  row,
}: {
  readonly score: Score | undefined;
  readonly row: AnatomyRow;
}) {
  if (score?.value === undefined || row.origin !== undefined) return null;
  if (score.source.isExample) return <ExampleMark />;
  if (score.source.kind !== 'imported') return null;
  return (
    <span className={styles.origin} data-tip="Imported from a result file">
      im
    </span>
  );
}

function OriginMark({ origin }: { readonly origin: AnatomyRow['origin'] }) {
  if (origin === undefined || origin === 'computed') return null;
  const title =
    origin === 'example'
      ? 'Hand-written example figures, no judge was asked'
      : origin === 'imported'
        ? 'Imported from a result file'
        : 'Given by a person';
  return (
    <span className={styles.origin} data-tip={title}>
      {origin}
    </span>
  );
}

/** What the figure is, where it comes from and on which scale, in one sentence for the tooltip. */
function describe(score: Score | undefined): string {
  if (score === undefined) return 'No figure is kept for this response.';
  if (score.unscored !== undefined) return `Not computed: ${score.unscored.reason}`;
  const mean = CompositePart.safeParse(score.evidence);
  if (mean.success) return describeMean(mean.data);
  const { source } = score;
  const raw = score.raw === undefined ? '' : ` Raw value ${score.raw}`;
  const scale = source.scale === undefined ? '' : ` (${source.scale})`;
  const origin = source.origin === undefined ? '' : ` from ${source.origin}`;
  return `${source.kind}${origin}.${raw}${scale}`;
}
