import type { CallEstimate } from '../../../../shared/model/judge.ts';
import type { RunPlan } from '../../../../shared/model/run.ts';
import type { Terminal } from '../../terminal.ts';
import { addCosts, formatCount, formatUsd } from './format.ts';

/** What a run would do, for people. */
export function printPlan(plan: RunPlan, terminal: Terminal): void {
  const { items, toScore, cached, why, estimates, concurrency } = plan;
  terminal.print(`${items} items: ${toScore} to score, ${cached} from the cache`);
  for (const line of why) terminal.print(`  ${line}`);
  for (const estimate of estimates) terminal.print(`  ${describe(estimate)}`);
  if (estimates.length > 0) {
    terminal.print(`  It would cost about ${formatUsd(addCosts(estimates))}.`);
  }
  terminal.print(`${concurrency} worker ${concurrency === 1 ? 'thread' : 'threads'}`);
}

function describe({ role, model, calls, fromCache, ...estimate }: CallEstimate): string {
  const { tokensIn, tokensOut, costUsd, basis } = estimate;
  return (
    `${role} ("${model}"): ${formatCount(calls)} calls, ${formatCount(fromCache)} from the cache, ` +
    `${formatCount(tokensIn)} tokens in, ${formatCount(tokensOut)} out, ${formatUsd(costUsd)}` +
    ` (${basis === 'measured' ? 'as measured before' : 'tokens are a guess'})`
  );
}

/** The document of `--dry-run --json`. */
export function planDocument(plan: RunPlan) {
  const { items, toScore, cached, parts, why, estimates, concurrency, examples } = plan;
  const unscored: Record<string, number> = {};
  for (const { unscorable } of parts) {
    for (const { code, count } of unscorable) unscored[code] = (unscored[code] ?? 0) + count;
  }
  const counts = { runId: null, planned: items, scored: 0, cached, unscored, seconds: 0 };
  const sum = (of: (one: CallEstimate) => number) =>
    estimates.reduce((total, one) => total + of(one), 0);
  return {
    ...counts,
    tokens: 0,
    costUsd: 0,
    toScore,
    concurrency,
    parts,
    why,
    examples,
    estimates,
    estimatedTokens: sum((one) => one.tokensIn + one.tokensOut),
    estimatedCostUsd: addCosts(estimates) ?? null,
  };
}
