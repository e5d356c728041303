import { use, useMemo, useState } from 'react';
import type { CompareEntry, MarkGoal } from '../../modalities/define.ts';
import { ChosenMarkContext, useMarkScope } from '../marks/mark-scope.ts';
import { goalOfMark } from './goal-of-mark.ts';
import type { SheetEntry } from './sheet-set.ts';

/** An entry with what people marked on its item. */
type MarkedEntry = SheetEntry & Required<Pick<CompareEntry, 'marks'>>;

export interface ComparedMarks {
  readonly entries: readonly MarkedEntry[];
  /** Id of the mark that was chosen last. */
  readonly chosen: string | undefined;
  /** Where it is, if it is on one of the entries. */
  readonly goal: MarkGoal | undefined;
  /** Goes to a mark, also when it was chosen before, and shows it in the list. */
  readonly choose: (id: string) => void;
}

/** What is marked on the items of a set. @param plain  memoised by the caller */
export function useComparedMarks(plain: readonly SheetEntry[]): ComparedMarks {
  const scope = useMarkScope();
  const chosen = use(ChosenMarkContext);
  const entries = useMemo(
    () => plain.map((entry): MarkedEntry => ({ ...entry, marks: scope?.marksOf(entry.item) })),
    [plain, scope],
  );
  // kept, not made anew with the entries: what is said of a mark later must not go to it again
  const [gone, setGone] = useState<{ readonly to?: string; readonly goal?: MarkGoal | undefined }>(
    {},
  );
  if (chosen !== gone.to) setGone(goingTo(entries, chosen));
  const choose = (id: string) => {
    setGone(goingTo(entries, id));
    scope?.onChoose(id);
  };
  return { entries, chosen, goal: gone.goal, choose };
}

function goingTo(entries: readonly MarkedEntry[], id: string | undefined) {
  return { ...(id !== undefined && { to: id }), goal: goalOfMark(entries, id) };
}
