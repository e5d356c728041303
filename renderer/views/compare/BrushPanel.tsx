import { X } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../components/button/Button.tsx';
import { formatCount, formatCounted } from '../../components/score/format-score.ts';
import type { Brush } from '../../stores/compare-options.ts';
import type { ComparedPoints } from '../../stores/compare-store.ts';
import { hrefOf } from '../../stores/route-store.ts';
import { largestOf } from './brushed-list.ts';
import { BrushFields } from './BrushFields.tsx';
import { brushedFilter, routeOfInstance, routeOfSet, type ComparedBy } from './links.ts';
import { PointList } from './PointList.tsx';
import styles from './ScatterSection.module.css';

/** Rows that are listed here; all of them are in the table that the link opens. */
const MOST = 25;

/** What is brushed: its bounds, how many there are, and the instances with the largest differences. */
export function BrushPanel({
  points,
  by,
  brush,
  chosen,
  onBrush,
}: {
  readonly points: ComparedPoints;
  readonly by: ComparedBy;
  readonly brush: Brush;
  readonly chosen: Uint32Array;
  readonly onBrush: (brush: Brush | undefined) => void;
}) {
  const listed = useMemo(() => largestOf(points, chosen, MOST), [points, chosen]);
  const filter = brushedFilter(by, brush);
  return (
    <section className={styles.panel} data-whole="">
      <header>
        <h3>{formatCounted(chosen.length, 'instance')} brushed</h3>
        {chosen.length > 0 && (
          <a href={hrefOf(routeOfSet(by, filter))}>
            Open {chosen.length === 1 ? 'it' : `all ${formatCount(chosen.length)}`}
          </a>
        )}
        <span className={styles.space} />
        <Button variant="quiet" onClick={() => onBrush(undefined)}>
          <X size={13} aria-hidden="true" /> Take the brush away
        </Button>
      </header>
      <BrushFields brush={brush} onBrush={onBrush} />
      {chosen.length === 0 ? (
        <p className={styles.none}>No instance lies in here.</p>
      ) : (
        <PointList
          label="Brushed instances"
          points={listed}
          routeOf={(key) => routeOfInstance(by, key, filter)}
        />
      )}
      {chosen.length > listed.length && (
        <p className={styles.none}>
          The {listed.length} with the largest differences are listed; the link above opens all.
        </p>
      )}
    </section>
  );
}
