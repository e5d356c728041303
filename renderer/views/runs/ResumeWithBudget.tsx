import { Play } from 'lucide-react';
import { useState } from 'react';
import type { Run } from '../../../shared/model/run.ts';
import { Button } from '../../components/button/Button.tsx';
import { TextField } from '../../components/field/TextField.tsx';
import { resumeRun } from '../../stores/runs-store.ts';
import { parseBudget } from './parse-budget.ts';
import styles from './RunDetail.module.css';

/** A run that its budget stopped goes on with a higher one. */
export function ResumeWithBudget({ run }: { readonly run: Run }) {
  const [text, setText] = useState(String(2 * (run.budgetUsd ?? 0) || ''));
  const budgetUsd = parseBudget(text);
  const isHigher = typeof budgetUsd === 'number' && budgetUsd > (run.spending.costUsd ?? 0);
  return (
    <form
      className={styles.budget}
      onSubmit={(event) => {
        event.preventDefault();
        if (isHigher) void resumeRun(run.id, budgetUsd);
      }}
    >
      <TextField
        label="New budget, earlier cost included"
        value={text}
        isNumber
        suffix="US $"
        error={isHigher ? undefined : 'Give more than it has cost so far.'}
        onChange={setText}
      />
      <Button type="submit" variant="primary" isDisabled={!isHigher}>
        <Play size={13} aria-hidden="true" /> Resume with it
      </Button>
    </form>
  );
}
