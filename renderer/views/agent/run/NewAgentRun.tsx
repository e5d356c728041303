import { useEffect, useMemo, useState } from 'react';
import { ABLATIONS, type Ablation } from '../../../../shared/model/agent.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { CheckField } from '../../../components/field/CheckField.tsx';
import { TextField } from '../../../components/field/TextField.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import {
  forgetAgentError,
  planAgent,
  startAgent,
  useAgent,
  type AgentRequestInput,
} from '../../../stores/agent-store.ts';
import {
  commandsOf,
  hasWrongCommand,
  useAgentCommands,
} from '../../../stores/agent-commands-store.ts';
import { latest } from '../../../stores/async-data.ts';
import { parseBudget } from '../../runs/parse-budget.ts';
import { isEmptyFilter } from '../../../stores/route.ts';
import { navigate, useRoute } from '../../../stores/route-store.ts';
import { toggled } from '../../../stores/toggled.ts';
import { ABLATION_WORDS } from './ablation-words.ts';
import { AgentPlanTable } from './AgentPlanTable.tsx';
import { CommandFields } from './commands/CommandFields.tsx';
import styles from './NewAgentRun.module.css';
import { OnlyInstance } from './OnlyInstance.tsx';
import { countIn } from './count-in.ts';

/** Chooses what the agent answers and what is left out, and shows what that means before it begins. */
export function NewAgentRun() {
  const filter = useRoute((route) => route.filter);
  const only = useRoute((route) => route.view['key']);
  const [model, setModel] = useState('UniMA');
  const [ablate, setAblate] = useState<readonly Ablation[]>([]);
  const [rounds, setRounds] = useState('3');
  const [atOnce, setAtOnce] = useState('8');
  const [budget, setBudget] = useState('');
  const [isFiltered, setFiltered] = useState(true);
  const [allowMissing, setAllowMissing] = useState(false);
  const drafts = useAgentCommands((state) => state.drafts);
  const plan = useAgent((state) => state.plan);
  const commandError = useAgent((state) => state.commandError);
  useEffect(() => forgetAgentError(), []);
  const hasFilter = !isEmptyFilter(filter);
  const budgetUsd = parseBudget(budget);
  const maxRounds = countIn(rounds, 0, 20);
  const concurrency = countIn(atOnce, 1, 64);
  const request = useMemo((): AgentRequestInput | undefined => {
    if (maxRounds === undefined || concurrency === undefined || model.trim() === '')
      return undefined;
    return {
      model: model.trim(),
      ablate: [...ablate],
      maxRounds,
      concurrency,
      allowMissing,
      filter: only === undefined && hasFilter && isFiltered ? filter : {},
      ...(only === undefined ? {} : { keys: [only] }),
      ...(typeof budgetUsd === 'number' ? { budgetUsd } : {}),
      commands: commandsOf(drafts),
    };
  }, [
    model,
    ablate,
    maxRounds,
    concurrency,
    allowMissing,
    only,
    hasFilter,
    isFiltered,
    filter,
    budgetUsd,
    drafts,
  ]);
  useEffect(() => {
    if (request !== undefined) void planAgent(request);
  }, [request]);
  const data = latest(plan);
  const isPossible = data?.obstacles.length === 0 && (allowMissing || data.gaps.length === 0);
  const hasWork = isPossible && data.instances > 0;
  const isRight = budgetUsd !== 'wrong' && !hasWrongCommand(drafts);
  const canStart = request !== undefined && hasWork && isRight;
  const start = async () => {
    if (request === undefined) return;
    const runId = await startAgent(request);
    if (runId !== undefined) navigate({ view: { run: String(runId) } });
  };
  return (
    <div className={styles.form}>
      <h2>Plan a run of the agent</h2>
      <p className={styles.hint}>
        UniMA puts the items of each task into words, reasons in four steps over evidence, has its
        report checked, and makes what the report orders. Its answers become a model like any other.
      </p>
      <div className={styles.fields}>
        <TextField
          label="Name of the model"
          value={model}
          error={model.trim() === '' ? 'Give it a name.' : undefined}
          onChange={setModel}
        />
        <TextField
          label="Rounds back at most"
          value={rounds}
          isNumber
          error={maxRounds === undefined ? 'A whole number from 0 to 20.' : undefined}
          onChange={setRounds}
        />
        <TextField
          label="Questions at once"
          value={atOnce}
          isNumber
          error={concurrency === undefined ? 'A whole number from 1 to 64.' : undefined}
          onChange={setAtOnce}
        />
        <TextField
          label="Budget"
          value={budget}
          suffix="US $"
          isNumber
          placeholder="none"
          error={budgetUsd === 'wrong' ? 'An amount such as 2.50.' : undefined}
          onChange={setBudget}
        />
      </div>
      <fieldset>
        <legend>Leave out, as the paper’s ablation does</legend>
        {ABLATIONS.map((each) => (
          <CheckField
            key={each}
            label={ABLATION_WORDS[each].label}
            hint={ABLATION_WORDS[each].hint}
            isChecked={ablate.includes(each)}
            onChange={() => setAblate(toggled(ablate, each))}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>Which</legend>
        {only !== undefined && <OnlyInstance instanceKey={only} />}
        {only === undefined && hasFilter && (
          <CheckField
            label="Only instances of the table’s filter"
            isChecked={isFiltered}
            onChange={setFiltered}
          />
        )}
        <CheckField
          label="Begin although some items cannot be made"
          hint="They are marked as missing in the answers."
          isChecked={allowMissing}
          onChange={setAllowMissing}
        />
      </fieldset>
      <CommandFields />
      {plan.status === 'failed' && <ErrorText error={plan.error} />}
      {data === undefined && plan.status === 'loading' && <Spinner label="Planning the run" />}
      {data !== undefined && <AgentPlanTable plan={data} />}
      {commandError !== undefined && <ErrorText error={commandError} />}
      <footer>
        <Button variant="primary" isDisabled={!canStart} onClick={() => void start()}>
          Start the agent
        </Button>
      </footer>
    </div>
  );
}
