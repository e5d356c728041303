import { useEffect } from 'react';
import { Plus, Scale } from 'lucide-react';
import { Button } from '../../components/button/Button.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { ListBeside } from '../../components/list-beside/ListBeside.tsx';
import { latest } from '../../stores/async-data.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { loadSamples, useSamples } from '../../stores/samples-store.ts';
import { AgreementView } from './agreement/AgreementView.tsx';
import { DrawForm } from './draw/DrawForm.tsx';
import { RatingView } from './rate/RatingView.tsx';
import { SampleDetail } from './SampleDetail.tsx';
import { SampleList } from './SampleList.tsx';

/** Draw a sample, rate it blind, reveal, and see how the judge agrees with people. */
export function SpotCheckView() {
  const samples = useSamples((state) => state.samples);
  const view = useRoute((route) => route.view);
  const list = latest(samples) ?? [];
  const shown = list.find(({ id }) => id === view['sample']);
  const { rater, at } = view;
  const isRating = at !== undefined;
  useEffect(() => {
    if (!isRating) void loadSamples();
  }, [isRating]);
  if (view['sample'] !== undefined && rater !== undefined && at !== undefined) {
    return <RatingView sampleId={view['sample']} rater={rater} position={Number(at)} />;
  }
  const isAll = view['show'] === 'agreement' && view['sample'] === undefined;
  return (
    <ListBeside
      label="Samples"
      list={
        <>
          <header>
            <h1>Spot-check</h1>
            <Button
              isPressed={shown === undefined && !isAll}
              onClick={() => navigate({ view: {} })}
            >
              <Plus size={14} aria-hidden="true" /> New
            </Button>
          </header>
          {samples.status === 'failed' && <ErrorText error={samples.error} />}
          <SampleList samples={list} shown={shown?.id} />
          <footer>
            <Button isPressed={isAll} onClick={() => navigate({ view: { show: 'agreement' } })}>
              <Scale size={14} aria-hidden="true" /> Agreement over all ratings
            </Button>
          </footer>
        </>
      }
    >
      {isAll ? (
        <AgreementView sample={undefined} />
      ) : shown === undefined ? (
        <DrawForm />
      ) : (
        <SampleDetail key={shown.id} sample={shown} />
      )}
    </ListBeside>
  );
}
