import type { Spending } from '../../../../shared/model/judge.ts';
import type { Run, RunFailure } from '../../../../shared/model/run.ts';
import type { Terminal } from '../../terminal.ts';
import { formatCount, formatUsd } from './format.ts';

/** A run that is over, or has paused itself. */
export interface EndedRun {
  readonly run: Run;
  readonly failures: readonly RunFailure[];
  readonly spending: readonly Spending[];
}

/** The document of `--json`. */
export function runDocument({ run, spending }: EndedRun) {
  const { id, totals, seconds, state } = run;
  const { planned, scored, cached, unscored } = totals;
  const { calls, tokensIn, tokensOut, costUsd } = run.spending;
  return {
    runId: id,
    planned,
    scored,
    cached,
    unscored,
    seconds,
    tokens: tokensIn + tokensOut,
    // null: some call has no price
    costUsd: costUsd ?? null,
    state,
    calls,
    spending,
  };
}

/** What came of a run, for people. */
export function printRun({ run, failures, spending }: EndedRun, terminal: Terminal): void {
  const { totals, seconds } = run;
  const { planned, scored, cached, unscored } = totals;
  terminal.print(`${planned} items: ${scored} scored, ${cached} from the cache`);
  for (const [code, items] of Object.entries(unscored)) {
    terminal.print(`  ${items} without a figure: ${code}`);
  }
  for (const { count, reason, example } of failures) {
    const file = example.file === undefined ? '' : ` "${example.file}"`;
    const what = [example.model, example.key, example.tag ?? example.metric].join(', ');
    terminal.print(`  ${count} × ${reason} e.g. ${what}${file}`);
  }
  for (const one of spending) terminal.print(`  ${describe(one)}`);
  if (spending.length > 0) terminal.print(`It has cost ${formatUsd(run.spending.costUsd)}.`);
  terminal.print(`${seconds.toFixed(1)} s`);
}

function describe({ role, model, calls, failed, fromCache, ...spent }: Spending): string {
  const { tokensIn, tokensOut, costUsd } = spent;
  return (
    `${role} ("${model}"): ${formatCount(calls)} calls, ${formatCount(failed)} failed, ` +
    `${formatCount(fromCache)} from the cache, ${formatCount(tokensIn)} tokens in, ` +
    `${formatCount(tokensOut)} out, ${formatUsd(costUsd)}`
  );
}
