import { useEffect, useMemo, useState } from 'react';
import type { RunAgain, RunPlan } from '../../../../shared/model/run.ts';
import { Button } from '../../../components/button/Button.tsx';
import { Dialog } from '../../../components/dialog/Dialog.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { SelectField } from '../../../components/field/SelectField.tsx';
import { formatCounted } from '../../../components/score/format-score.ts';
import { EstimateTable } from '../../../components/spending/EstimateTable.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { latest } from '../../../stores/async-data.ts';
import { forgetRejudging, planRejudging, useRejudge } from '../../../stores/rejudge-store.ts';
import { isEmptyFilter } from '../../../stores/route.ts';
import { hrefOf, useRoute } from '../../../stores/route-store.ts';
import { startRun, useRuns } from '../../../stores/runs-store.ts';
import { targetLabel, type EyeTarget } from './eye-target.ts';
import styles from './RejudgeDialog.module.css';

type Scope = 'this' | 'filtered';
type Forgotten = RunAgain | 'nothing';

/** Asks the judge about this response, or about the filtered set, after showing what that costs. */
export function RejudgeDialog({
  instanceKey,
  target,
  isJudged,
  onClose,
}: {
  readonly instanceKey: string;
  readonly target: EyeTarget;
  readonly isJudged: boolean;
  readonly onClose: () => void;
}) {
  const filter = useRoute((route) => route.filter);
  const [scope, setScope] = useState<Scope>('this');
  const [forgotten, setForgotten] = useState<Forgotten>(isJudged ? 'judgements' : 'nothing');
  const state = useRejudge(({ plan }) => plan);
  const commandError = useRuns((runs) => runs.commandError);
  const request = useMemo(
    () => ({
      ...(scope === 'this' ? { keys: [instanceKey] } : { filter }),
      models: [target.model],
      metrics: [target.metric],
      ...(forgotten === 'nothing' ? {} : { again: forgotten }),
    }),
    [scope, instanceKey, filter, target.model, target.metric, forgotten],
  );
  useEffect(() => void planRejudging(request), [request]);
  useEffect(() => forgetRejudging, []);
  const plan = latest(state);
  const start = async () => {
    if ((await startRun(request)) !== undefined) onClose();
  };
  return (
    <Dialog
      title={`Judge ${targetLabel({ metric: target.metric })} of ${target.model}`}
      width={680}
      onClose={onClose}
    >
      <div className={styles.body}>
        <div className={styles.choices}>
          <SelectField<Scope>
            label="For"
            value={scope}
            options={[
              ['this', 'this instance'],
              [
                'filtered',
                isEmptyFilter(filter) ? 'all instances' : 'the instances of the table’s filter',
              ],
            ]}
            onChange={setScope}
          />
          <SelectField<Forgotten>
            label="Answers of before"
            value={forgotten}
            options={[
              ['nothing', 'are kept and cost nothing'],
              ['judgements', 'judge again'],
              ['captions', 'judge and caption again'],
            ]}
            onChange={setForgotten}
          />
        </div>
        {state.status === 'failed' && <ErrorText error={state.error} />}
        {plan === undefined && state.status !== 'failed' && <Spinner label="Counting" />}
        {plan !== undefined && <Planned plan={plan} />}
        {commandError !== undefined && <ErrorText error={commandError} />}
        <footer className={styles.foot}>
          <p>{plan === undefined ? '' : describe(plan)}</p>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={
              state.status !== 'ready' || plan === undefined || plan.toScore + plan.cached === 0
            }
            onClick={() => void start()}
          >
            Start
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

function Planned({ plan }: { readonly plan: RunPlan }) {
  return (
    <>
      {plan.estimates.length > 0 && <EstimateTable estimates={plan.estimates} />}
      <ul className={styles.why}>
        {plan.why.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {plan.estimates.length === 0 && (
          <li>
            Nobody is asked. <a href={hrefOf({ screen: 'settings' })}>Endpoints in the settings</a>
          </li>
        )}
      </ul>
    </>
  );
}

function describe({ toScore, cached, items }: RunPlan): string {
  const cannot = items - toScore - cached;
  return [
    `${formatCounted(toScore, 'judgement')} to make`,
    ...(cached > 0 ? [`${cached} kept`] : []),
    ...(cannot > 0 ? [`${cannot} not possible`] : []),
  ].join(', ');
}
