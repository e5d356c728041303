import type { ComparedPoints } from '../../stores/compare-store.ts';
import type { ComparedBy } from './links.ts';
import { outcomeNode, routeOfInstance, routeOfNode } from './links.ts';
import { hrefOf } from '../../stores/route-store.ts';
import { ModelBadge } from './ModelBadge.tsx';
import { PointList } from './PointList.tsx';
import styles from './ScatterSection.module.css';

const SIDES = [
  { gaps: 'aBetter', tone: 'a', outcome: 'win', title: 'Largest leads of A' },
  { gaps: 'bBetter', tone: 'b', outcome: 'loss', title: 'Largest leads of B' },
] as const;

/** The largest differences either way. */
export function GapLists({
  points,
  by,
}: {
  readonly points: ComparedPoints;
  readonly by: ComparedBy;
}) {
  return SIDES.map(({ gaps, tone, outcome, title }) => {
    const isBFirst = tone === 'b';
    const all = routeOfNode(by, outcomeNode(by, outcome, 0), isBFirst);
    return (
      <section key={gaps} className={styles.panel}>
        <header>
          <h3>
            <ModelBadge tone={tone} /> {title}
          </h3>
          {points.gaps[gaps].length > 0 && <a href={hrefOf(all)}>Open all</a>}
        </header>
        {points.gaps[gaps].length === 0 ? (
          <p className={styles.none}>
            {tone.toUpperCase()} is better on no instance by this metric.
          </p>
        ) : (
          <PointList
            label={title}
            points={points.gaps[gaps]}
            routeOf={(key) => routeOfInstance(by, key, by.filter, isBFirst)}
          />
        )}
      </section>
    );
  });
}
