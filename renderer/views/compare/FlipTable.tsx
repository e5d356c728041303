import type { Better, FlipReport } from '../../../shared/model/comparison.ts';
import { hrefOf } from '../../stores/route-store.ts';
import { Count } from './Count.tsx';
import styles from './FlipSection.module.css';
import { cellNode } from './flip-links.ts';
import { routeOfNode, type ComparedBy } from './links.ts';
import table from './table.module.css';

const SIDES: readonly Better[] = ['a', 'tie', 'b'];
const WORDS = { a: 'A better', tie: 'the same', b: 'B better' } as const;

/** How often each order by judge meets each by quality; where they contradict each other is marked. */
export function FlipTable({
  report,
  by,
  judge,
  quality,
}: {
  readonly report: FlipReport;
  readonly by: ComparedBy;
  /** Names of both metrics. */
  readonly judge: string;
  readonly quality: string;
}) {
  const countOf = (byJudge: Better, byQuality: Better) =>
    report.table.find((cell) => cell.byJudge === byJudge && cell.byQuality === byQuality)?.count ??
    0;
  return (
    <table className={`${table.table ?? ''} ${styles.cross ?? ''}`}>
      <thead>
        <tr>
          <th scope="col">
            {judge} \ {quality}
          </th>
          {SIDES.map((side) => (
            <th key={side} scope="col" data-tone={side}>
              {WORDS[side]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SIDES.map((byJudge) => (
          <tr key={byJudge}>
            <th scope="row">{WORDS[byJudge]}</th>
            {SIDES.map((byQuality) => {
              const count = countOf(byJudge, byQuality);
              const isFlip = byJudge !== byQuality && byJudge !== 'tie' && byQuality !== 'tie';
              const node = cellNode(report, byJudge, byQuality);
              return (
                <td key={byQuality} data-flip={isFlip || undefined}>
                  <Count count={count} href={hrefOf(routeOfNode(by, node, byJudge === 'b'))} />
                  {isFlip && <small>flip</small>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
