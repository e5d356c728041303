import type { Sample } from '../../../shared/model/sample.ts';
import { Meter } from '../../components/meter/Meter.tsx';
import { formatCount } from '../../components/score/format-score.ts';
import { formatMoment } from '../../components/score/format-moment.ts';
import { hrefOf } from '../../stores/route-store.ts';
import styles from './SampleList.module.css';

/** Samples, newest first, and how far each is. */
export function SampleList({
  samples,
  shown,
}: {
  readonly samples: readonly Sample[];
  readonly shown: string | undefined;
}) {
  if (samples.length === 0) return <p className={styles.none}>No sample was drawn yet.</p>;
  return (
    <ul className={styles.samples}>
      {samples.map((sample) => {
        const { done, total } = progressOf(sample);
        return (
          <li key={sample.id}>
            <a
              className={styles.sample}
              href={hrefOf({ screen: 'spot-check', view: { sample: sample.id } })}
              aria-current={sample.id === shown ? 'page' : undefined}
            >
              <span className={styles.title}>
                {sample.draft.name}
                <small>{sample.draft.kind === 'pairwise' ? 'pairs' : ''}</small>
              </span>
              <span className={styles.facts}>
                {formatCount(sample.size)} · {formatMoment(sample.createdAt)}
              </span>
              <span className={styles.facts}>
                {sample.raters.length === 0
                  ? 'nobody has rated yet'
                  : `${sample.raters.map(({ rater }) => rater).join(', ')} · ${done} of ${total}`}
              </span>
              {total > 0 && (
                <span className={styles.bar}>
                  <Meter value={done / total} tone="accent" />
                </span>
              )}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function progressOf({ raters }: Sample) {
  return raters.reduce(
    (sum, one) => ({ done: sum.done + one.done, total: sum.total + one.total }),
    { done: 0, total: 0 },
  );
}
