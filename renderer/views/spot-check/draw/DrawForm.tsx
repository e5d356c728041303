import { useEffect, useMemo, useState } from 'react';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { latest } from '../../../stores/async-data.ts';
import { useAllModels } from '../../../stores/models-store.ts';
import { isEmptyFilter } from '../../../stores/route.ts';
import { navigate, useRoute } from '../../../stores/route-store.ts';
import {
  clearSampleError,
  drawSample,
  planSample,
  useSamples,
} from '../../../stores/samples-store.ts';
import styles from './DrawForm.module.css';
import { PlanFacts } from './PlanFacts.tsx';
import { BlindChoices, PopulationChoices, SizeChoices } from './choices.tsx';
import { START_CHOICE, toDraft, type SampleChoice } from './sample-choice.ts';

/** Chooses what is drawn, and shows what that gives before it is drawn. */
export function DrawForm() {
  const models = useAllModels();
  const filter = useRoute((route) => route.filter);
  const [choice, setChoice] = useState<SampleChoice>(START_CHOICE);
  const plan = useSamples((state) => state.plan);
  const error = useSamples((state) => state.error);
  useEffect(() => clearSampleError, []);
  const names = useMemo(() => models.map(({ name }) => name), [models]);
  const draft = useMemo(() => toDraft(choice, names, filter), [choice, names, filter]);
  useEffect(() => {
    if (draft !== undefined) void planSample(draft);
  }, [draft]);
  const planned = draft === undefined ? undefined : latest(plan);
  const change = (part: Partial<SampleChoice>) => setChoice({ ...choice, ...part });
  const draw = async () => {
    const id = draft === undefined ? undefined : await drawSample(draft);
    if (id !== undefined) navigate({ view: { sample: id } });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void draw();
      }}
    >
      <h2>Draw a sample</h2>
      <SizeChoices choice={choice} onChange={change} />
      <BlindChoices choice={choice} onChange={change} />
      <PopulationChoices
        choice={choice}
        onChange={change}
        models={names}
        hasFilter={!isEmptyFilter(filter)}
      />
      {draft !== undefined && plan.status === 'failed' && <ErrorText error={plan.error} />}
      {planned !== undefined && draft !== undefined && (
        <PlanFacts plan={planned} asked={draft.size} parts={draft.strata ?? []} />
      )}
      {error !== undefined && <ErrorText error={error} />}
      <footer>
        <Button
          variant="primary"
          type="submit"
          isDisabled={planned === undefined || planned.size === 0 || plan.status === 'failed'}
        >
          Draw the sample
        </Button>
      </footer>
    </form>
  );
}
