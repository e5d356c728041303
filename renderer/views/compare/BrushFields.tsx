import type { Brush } from '../../stores/compare-options.ts';
import { setBound } from './brush-bounds.ts';
import styles from './ScatterSection.module.css';

const SIDES = [
  { letter: 'A', min: 'minA', max: 'maxA' },
  { letter: 'B', min: 'minB', max: 'maxB' },
] as const;

const points = (value: number) => Math.round(value * 1000) / 10;

/** The bounds of a brush as numbers, to be read and typed. */
export function BrushFields({
  brush,
  onBrush,
}: {
  readonly brush: Brush;
  readonly onBrush: (brush: Brush) => void;
}) {
  return (
    <div className={styles.fields}>
      {SIDES.map(({ letter, min, max }) => (
        <span key={letter}>
          {letter} from
          {[min, max].map((bound) => (
            <span key={bound}>
              {bound === max && ' to '}
              <input
                type="number"
                min={0}
                max={100}
                step={1}
                aria-label={`${letter} ${bound === min ? 'from' : 'to'}`}
                value={points(brush[bound])}
                onChange={({ target: { value } }) => {
                  const next = setBound(brush, bound, Number(value) / 100);
                  if (value !== '' && next !== undefined) onBrush(next);
                }}
              />
            </span>
          ))}
        </span>
      ))}
      <small>Without the upper bound itself, unless it is 100.</small>
    </div>
  );
}
