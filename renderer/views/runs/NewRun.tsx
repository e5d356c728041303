import { useEffect, useMemo, useState } from 'react';
import type { RunAgain, RunMetric } from '../../../shared/model/run.ts';
import { Button } from '../../components/button/Button.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { CheckField } from '../../components/field/CheckField.tsx';
import { TextField } from '../../components/field/TextField.tsx';
import { EstimateTable } from '../../components/spending/EstimateTable.tsx';
import { Spinner } from '../../components/spinner/Spinner.tsx';
import { latest } from '../../stores/async-data.ts';
import { useAllModels } from '../../stores/models-store.ts';
import { isEmptyFilter } from '../../stores/route.ts';
import { hrefOf, navigate, useRoute } from '../../stores/route-store.ts';
import { planRun, startRun, useRuns } from '../../stores/runs-store.ts';
import { loadSettings, useSettings } from '../../stores/settings-store.ts';
import { toggled } from '../../stores/toggled.ts';
import { JudgingOptions } from './JudgingOptions.tsx';
import { MetricChoice } from './MetricChoice.tsx';
import styles from './NewRun.module.css';
import { parseBudget } from './parse-budget.ts';
import { PlanTable } from './PlanTable.tsx';

/** Chooses what a run computes and shows what that means before anything is done. */
export function NewRun() {
  const models = useAllModels();
  const filter = useRoute((route) => route.filter);
  const [metrics, setMetrics] = useState<readonly RunMetric[]>(['GQ']);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const [isFiltered, setFiltered] = useState(true);
  const [weights, setWeights] = useState('');
  const [budget, setBudget] = useState('');
  const [again, setAgain] = useState<RunAgain | undefined>(undefined);
  const plan = useRuns((state) => state.plan);
  const commandError = useRuns((state) => state.commandError);
  const kept = useSettings((state) => latest(state.kept)?.settings);
  useEffect(() => void loadSettings(), []);
  const hasFilter = !isEmptyFilter(filter);
  const budgetUsd = parseBudget(budget);
  const request = useMemo(
    () => ({
      metrics: [...metrics],
      models: models.map((model) => model.name).filter((name) => !leftOut.includes(name)),
      filter: hasFilter && isFiltered ? filter : {},
      settings: weights.trim() === '' ? {} : { doverWeights: weights.trim() },
      ...(typeof budgetUsd === 'number' ? { budgetUsd } : {}),
      ...(again === undefined ? {} : { again }),
    }),
    [metrics, models, leftOut, hasFilter, isFiltered, filter, weights, budgetUsd, again],
  );
  const isAskable = request.metrics.length > 0 && request.models.length > 0;
  useEffect(() => {
    if (isAskable) void planRun(request);
  }, [isAskable, request]);
  const data = isAskable ? latest(plan) : undefined;
  const estimates = data?.estimates ?? [];
  const hasNoJudge = isJudging(metrics) && !(kept?.endpoints.judge ?? kept?.endpoints['*']);
  const start = async () => {
    const runId = await startRun(request);
    if (runId !== undefined) navigate({ view: { run: String(runId) } });
  };
  return (
    <div className={styles.form}>
      <h2>Plan a run</h2>
      <MetricChoice chosen={metrics} onToggle={(metric) => setMetrics(toggled(metrics, metric))} />
      {hasNoJudge && kept !== undefined && (
        <p className={styles.warning}>
          No endpoint serves the judge, so what it is to judge stays without a figure.{' '}
          <a href={hrefOf({ screen: 'settings', view: { section: 'endpoints', role: 'judge' } })}>
            Set one in the settings
          </a>
        </p>
      )}
      <fieldset>
        <legend>Of the responses of</legend>
        {models.length === 0 && (
          <p className={styles.hint}>
            No model has answered yet. <a href={hrefOf({ screen: 'import' })}>Import predictions</a>
          </p>
        )}
        <div className={styles.row}>
          {models.map(({ name }) => (
            <CheckField
              key={name}
              label={name}
              isChecked={!leftOut.includes(name)}
              onChange={() => setLeftOut(toggled(leftOut, name))}
            />
          ))}
        </div>
        {hasFilter && (
          <CheckField
            label="Only instances of the table’s filter"
            isChecked={isFiltered}
            onChange={setFiltered}
          />
        )}
      </fieldset>
      {metrics.includes('GQ') && (
        <TextField
          label="DOVER weights for videos"
          hint="ONNX file on this machine; left empty, what the settings name."
          value={weights}
          isCode
          placeholder={kept?.scoring.doverWeights ?? 'none: videos get the signal score'}
          onChange={setWeights}
        />
      )}
      {!isAskable && <p className={styles.hint}>Choose at least one metric and one model.</p>}
      {isAskable && plan.status === 'failed' && <ErrorText error={plan.error} />}
      {isAskable && data === undefined && plan.status === 'loading' && (
        <Spinner label="Planning the run" />
      )}
      {data !== undefined && <PlanTable plan={data} />}
      {estimates.length > 0 && (
        <section className={styles.asked} aria-label="What this run would ask">
          <EstimateTable estimates={estimates} />
          <JudgingOptions
            budget={budget}
            isBudgetWrong={budgetUsd === 'wrong'}
            again={again}
            onBudget={setBudget}
            onAgain={setAgain}
          />
        </section>
      )}
      {commandError !== undefined && <ErrorText error={commandError} />}
      <footer>
        <Button
          variant="primary"
          isDisabled={data === undefined || !hasWork(data) || budgetUsd === 'wrong'}
          onClick={() => void start()}
        >
          Start the run
        </Button>
      </footer>
    </div>
  );
}

function hasWork({ toScore, cached }: { readonly toScore: number; readonly cached: number }) {
  return toScore + cached > 0;
}

function isJudging(metrics: readonly RunMetric[]): boolean {
  return metrics.includes('SC') || metrics.includes('coherence');
}
