import { useState } from 'react';
import type { AgentRun } from '../../../../shared/model/agent.ts';
import { Button } from '../../../components/button/Button.tsx';
import { TextField } from '../../../components/field/TextField.tsx';
import { formatUsd } from '../../../components/score/format-cost.ts';
import { resumeAgent } from '../../../stores/agent-store.ts';
import { parseBudget } from '../../runs/parse-budget.ts';
import styles from './AgentRunDetail.module.css';

/** For a run that came to its budget: another one, and on. */
export function GoOnWithBudget({ run }: { readonly run: AgentRun }) {
  const spent = run.spending.costUsd ?? 0;
  const [text, setText] = useState('');
  const budget = parseBudget(text);
  const isEnough = typeof budget === 'number' && budget > spent;
  return (
    <div className={styles.budget}>
      <TextField
        label="Budget in all"
        value={text}
        suffix="US $"
        isNumber
        hint={`${formatUsd(spent)} are spent.`}
        error={text === '' || isEnough ? undefined : `An amount above ${formatUsd(spent)}.`}
        onChange={setText}
      />
      <Button
        variant="primary"
        isDisabled={!isEnough}
        onClick={() => void resumeAgent(run.id, typeof budget === 'number' ? budget : undefined)}
      >
        Go on
      </Button>
    </div>
  );
}
