import type { Tone } from '../../../modalities/define.ts';
import { useDistribution } from '../../../stores/distributions-store.ts';
import { placeText } from './place-text.ts';
import styles from './SpreadStrip.module.css';

const HEIGHT = 10;
/** From so many figures on there is something to lie among. */
const FEWEST = 5;

/** A small histogram of all figures of a metric and model, with a mark where this one lies. */
export function SpreadStrip({
  instanceKey,
  model,
  metric,
  tone,
}: {
  readonly instanceKey: string;
  readonly model: string;
  readonly metric: string;
  readonly tone: Tone;
}) {
  const distribution = useDistribution(instanceKey, model, metric);
  const text = distribution && placeText(distribution);
  // its place is kept free, so that nothing moves when it comes
  if (distribution?.place === undefined || distribution.n < FEWEST)
    return <span className={styles.strip} aria-hidden="true" />;
  const { bins, place } = distribution;
  const most = Math.max(...bins);
  return (
    <span
      className={styles.strip}
      data-tone={tone}
      role="img"
      aria-label={text}
      data-tip={text}
      data-percentile={place.percentile.toFixed(3)}
    >
      <svg viewBox={`0 0 ${bins.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {bins.map((count, bin) => {
          // a few among thousands can still be seen
          const height = count === 0 ? 0 : Math.max(1, (count / most) * HEIGHT);
          return <rect key={bin} x={bin} y={HEIGHT - height} width={0.8} height={height} />;
        })}
      </svg>
      <span className={styles.mark} style={{ left: `${place.value * 100}%` }} />
    </span>
  );
}
