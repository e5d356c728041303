import { useEffect } from 'react';
import type { Sample } from '../../../shared/model/sample.ts';
import { Button } from '../../components/button/Button.tsx';
import { formatCount } from '../../components/score/format-score.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { clearSampleError, removeSample } from '../../stores/samples-store.ts';
import { AgreementView } from './agreement/AgreementView.tsx';
import { StrataTable } from './draw/StrataTable.tsx';
import { JoinForm } from './JoinForm.tsx';
import { METRIC_LABELS, PART_LABELS } from './labels.ts';
import styles from './SampleDetail.module.css';

const TABS = [
  ['rate', 'Rate'],
  ['agreement', 'Agreement'],
  ['strata', 'Strata'],
] as const;

/** One sample: who rates it, what came of it, and what it is made of. */
export function SampleDetail({ sample }: { readonly sample: Sample }) {
  const show = useRoute((route) => route.view['show']) ?? 'rate';
  useEffect(() => clearSampleError, []);
  const { draft } = sample;
  const remove = async () => {
    if ((await removeSample(sample.id)) === true) navigate({ view: {} });
  };
  return (
    <article className={styles.detail} aria-label={draft.name}>
      <header>
        <div>
          <h2>{draft.name}</h2>
          <p>{describe(sample)}</p>
        </div>
        <Button variant="quiet" onClick={() => void remove()}>
          Remove
        </Button>
      </header>
      <nav className={styles.tabs} aria-label="Parts of the sample">
        {TABS.map(([id, label]) => (
          <Button
            key={id}
            variant="quiet"
            isPressed={show === id}
            onClick={() => navigate({ view: { sample: sample.id, show: id } })}
          >
            {label}
          </Button>
        ))}
      </nav>
      {show === 'agreement' ? (
        <AgreementView sample={sample} />
      ) : show === 'strata' ? (
        <StrataTable strata={sample.strata} parts={draft.strata} />
      ) : (
        <JoinForm sample={sample} />
      )}
    </article>
  );
}

function describe({ draft, size, population }: Sample): string {
  const what =
    draft.kind === 'pairwise' ? 'pairs' : draft.metrics.map((one) => METRIC_LABELS[one]).join(', ');
  const strata = draft.strata.map((part) => PART_LABELS[part].toLowerCase()).join(' × ');
  const shared = draft.raters === 1 ? '' : `, ${draft.raters} raters share the work`;
  return (
    `${formatCount(size)} of ${formatCount(population)} · ${what} · ` +
    `${strata === '' ? 'without strata' : strata} · seed ${draft.seed}${shared}`
  );
}
