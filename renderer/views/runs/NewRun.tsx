import { useEffect, useMemo, useState } from 'react';
import { RUN_METRICS, type RunMetric } from '../../../shared/model/run.ts';
import { Button } from '../../components/button/Button.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { Spinner } from '../../components/spinner/Spinner.tsx';
import { latest } from '../../stores/async-data.ts';
import { useAllModels } from '../../stores/models-store.ts';
import { isEmptyFilter } from '../../stores/route.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { planRun, startRun, useRuns } from '../../stores/runs-store.ts';
import { METRIC_LABELS } from './labels.ts';
import styles from './NewRun.module.css';
import { PlanTable } from './PlanTable.tsx';

/** Chooses what a run computes and shows what that means before anything is done. */
export function NewRun() {
  const models = useAllModels();
  const filter = useRoute((route) => route.filter);
  const [metrics, setMetrics] = useState<readonly RunMetric[]>(['GQ']);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const [isFiltered, setFiltered] = useState(true);
  const [weights, setWeights] = useState('');
  const plan = useRuns((state) => state.plan);
  const commandError = useRuns((state) => state.commandError);
  const hasFilter = !isEmptyFilter(filter);
  const request = useMemo(
    () => ({
      metrics: [...metrics],
      models: models.map((model) => model.name).filter((name) => !leftOut.includes(name)),
      filter: hasFilter && isFiltered ? filter : {},
      settings: weights.trim() === '' ? {} : { doverWeights: weights.trim() },
    }),
    [metrics, models, leftOut, hasFilter, isFiltered, filter, weights],
  );
  const isAskable = request.metrics.length > 0 && request.models.length > 0;
  useEffect(() => {
    if (isAskable) void planRun(request);
  }, [isAskable, request]);
  const data = isAskable ? latest(plan) : undefined;
  const start = async () => {
    const runId = await startRun(request);
    if (runId !== undefined) navigate({ view: { run: String(runId) } });
  };
  return (
    <div className={styles.form}>
      <h2>Plan a run</h2>
      <fieldset>
        <legend>Compute</legend>
        {RUN_METRICS.map((metric) => (
          <label key={metric} className={styles.option}>
            <input
              type="checkbox"
              checked={metrics.includes(metric)}
              onChange={() => setMetrics(toggled(metrics, metric))}
            />
            <span>
              {METRIC_LABELS[metric].label}
              <small>{METRIC_LABELS[metric].hint}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Of the responses of</legend>
        <div className={styles.row}>
          {models.map(({ name }) => (
            <label key={name} className={styles.option}>
              <input
                type="checkbox"
                checked={!leftOut.includes(name)}
                onChange={() => setLeftOut(toggled(leftOut, name))}
              />
              {name}
            </label>
          ))}
        </div>
        {hasFilter && (
          <label className={styles.option}>
            <input type="checkbox" checked={isFiltered} onChange={() => setFiltered(!isFiltered)} />
            Only instances of the table’s filter
          </label>
        )}
      </fieldset>
      <label className={styles.path}>
        <span>
          DOVER weights for videos <small>ONNX file on this machine; optional</small>
        </span>
        <input
          value={weights}
          spellCheck={false}
          placeholder="none: videos get the signal score"
          onChange={(event) => setWeights(event.target.value)}
        />
      </label>
      {!isAskable && <p className={styles.hint}>Choose at least one metric and one model.</p>}
      {isAskable && plan.status === 'failed' && <ErrorText error={plan.error} />}
      {isAskable && data === undefined && plan.status === 'loading' && (
        <Spinner label="Planning the run" />
      )}
      {data !== undefined && <PlanTable plan={data} />}
      {commandError !== undefined && <ErrorText error={commandError} />}
      <footer>
        <Button
          variant="primary"
          isDisabled={data === undefined || data.toScore + data.cached === 0}
          onClick={() => void start()}
        >
          Start the run
        </Button>
      </footer>
    </div>
  );
}

function toggled<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}
