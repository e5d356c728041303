import type { RunAgain } from '../../../shared/model/run.ts';
import { SelectField } from '../../components/field/SelectField.tsx';
import { TextField } from '../../components/field/TextField.tsx';
import styles from './NewRun.module.css';

type Choice = RunAgain | 'kept';

/** What holds for a run that asks models: when it stops, and whether it asks again. */
export function JudgingOptions({
  budget,
  isBudgetWrong,
  again,
  onBudget,
  onAgain,
}: {
  readonly budget: string;
  readonly isBudgetWrong: boolean;
  readonly again: RunAgain | undefined;
  readonly onBudget: (budget: string) => void;
  readonly onAgain: (again: RunAgain | undefined) => void;
}) {
  return (
    <div className={styles.options}>
      <TextField
        label="Pause when it has cost"
        value={budget}
        isNumber
        placeholder="no limit"
        suffix="US $"
        error={isBudgetWrong ? 'Give US dollars from 0 to 1,000,000.' : undefined}
        hint="Needs prices of all endpoints that are asked."
        onChange={onBudget}
      />
      <SelectField<Choice>
        label="Answers of before"
        value={again ?? 'kept'}
        options={[
          ['kept', 'are kept and cost nothing'],
          ['judgements', 'judge again'],
          ['captions', 'judge and caption again'],
        ]}
        hint={again === undefined ? undefined : 'What is kept for this choice is forgotten first.'}
        onChange={(choice) => onAgain(choice === 'kept' ? undefined : choice)}
      />
    </div>
  );
}
