import { CornerUpLeft } from 'lucide-react';
import type { Chain } from './chain.ts';
import { NodeLine } from './NodeLine.tsx';
import { SERC_LABELS } from './labels.ts';
import { showNode } from './place.ts';
import { arcsOf, rowsOf, type Arc, type Row } from './rows.ts';
import styles from './Tree.module.css';

/** Every line is as high as this, so that arcs can be drawn without looking at the page. */
const ROW_PX = 28;
const GUTTER_PX = 34;

/** The steps below each other, with what was gone back to drawn beside them. */
export function Tree({
  chain,
  shown,
}: {
  readonly chain: Chain;
  readonly shown: string | undefined;
}) {
  const rows = rowsOf(chain);
  const arcs = arcsOf(rows);
  return (
    <div className={styles.tree}>
      {arcs.length > 0 && <Arcs arcs={arcs} rows={rows.length} />}
      <ol aria-label="Steps of the trace">
        {rows.map((row) => (
          <li key={row.id} data-kind={row.kind}>
            <Line row={row} chain={chain} shown={shown} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Line({
  row,
  chain,
  shown,
}: {
  readonly row: Row;
  readonly chain: Chain;
  readonly shown: string | undefined;
}) {
  if (row.kind === 'section') return <h3 className={styles.section}>{row.label}</h3>;
  if (row.kind === 'node') return <NodeLine node={row.node} isShown={row.id === shown} />;
  const { round, toStep, namedStep, error, note } = row.backtrack;
  const judge = chain.nodes.find(({ name }) => name === `r${round}/judge`);
  const words = `Back to step ${toStep}, ${SERC_LABELS[toStep]}`;
  return (
    <button
      type="button"
      className={styles.back}
      data-tip={[error, note].filter((each) => each !== undefined).join(' — ')}
      onClick={() => judge !== undefined && showNode(judge.name)}
    >
      <CornerUpLeft size={13} aria-hidden="true" />
      <span className={styles.label}>
        {words}
        {namedStep !== undefined && namedStep !== toStep && <small> (named: {namedStep})</small>}
      </span>
    </button>
  );
}

function Arcs({ arcs, rows }: { readonly arcs: readonly Arc[]; readonly rows: number }) {
  const middle = (row: number) => row * ROW_PX + ROW_PX / 2;
  return (
    <svg className={styles.arcs} width={GUTTER_PX} height={rows * ROW_PX} aria-hidden="true">
      {arcs.map(({ from, to, round }, index) => {
        const [y1, y2] = [middle(from), middle(to)];
        const x = 6 + (index % 3) * 7;
        return (
          <g key={round}>
            <path
              d={`M${GUTTER_PX} ${y1}H${x + 6}Q${x} ${y1} ${x} ${y1 - 6}V${y2 + 6}Q${x} ${y2} ${x + 6} ${y2}H${GUTTER_PX - 5}`}
            />
            <path
              d={`M${GUTTER_PX - 6} ${y2 - 4}L${GUTTER_PX - 1} ${y2}L${GUTTER_PX - 6} ${y2 + 4}`}
            />
          </g>
        );
      })}
    </svg>
  );
}
