import type { AgentPlan } from '../../../../shared/model/agent.ts';
import type { Terminal } from '../../terminal.ts';
import { addCosts, formatCount, formatUsd } from '../score/format.ts';
import type { EndedUnima } from './run-unima.ts';

/** The document of `--json`. */
export function unimaDocument({ run, spending }: EndedUnima) {
  const { totals, model, file, state, seconds } = run;
  const { tokensIn, tokensOut, costUsd, calls } = run.spending;
  return {
    instances: totals.planned,
    passed: totals.passed,
    unverified: totals.unverified,
    failed: totals.failed,
    tokens: tokensIn + tokensOut,
    // null: some call has no price
    costUsd: costUsd ?? null,
    runId: run.id,
    ...{ model, file, state, seconds, calls },
    missingItems: totals.missingItems,
    backtracks: totals.backtracks,
    spending,
  };
}

/** What came of a run, for people. */
export function printUnima({ run }: EndedUnima, terminal: Terminal): void {
  const { totals, model, file, seconds, spending } = run;
  terminal.print(
    `${totals.planned} instances: ${totals.passed} passed, ${totals.unverified} unverified, ` +
      `${totals.failed} failed`,
  );
  terminal.print(`  ${totals.backtracks} backtracks, ${totals.missingItems} items missing`);
  const tokens = spending.tokensIn + spending.tokensOut;
  terminal.print(
    `  ${formatCount(spending.calls)} calls, ${formatCount(tokens)} tokens, ${formatUsd(spending.costUsd)}`,
  );
  terminal.print(`${seconds.toFixed(1)} s. The answers are those of "${model}". "${file}"`);
}

/** What a run would do, for people. */
export function printUnimaPlan(plan: AgentPlan, terminal: Terminal): void {
  terminal.print(`${plan.instances} instances, ${plan.concurrency} questions at a time`);
  for (const line of [...plan.why, ...plan.obstacles, ...plan.gaps]) terminal.print(`  ${line}`);
  for (const { role, model, calls, tokensIn, tokensOut, costUsd } of plan.estimates) {
    terminal.print(
      `  ${role} ("${model}"): ${formatCount(calls)} calls, ${formatCount(tokensIn)} tokens in, ` +
        `${formatCount(tokensOut)} out, ${formatUsd(costUsd)}`,
    );
  }
  terminal.print(
    `It would cost about ${formatUsd(addCosts(plan.estimates))}, backtracks left out.`,
  );
}

/** The document of `--dry-run --json`. */
export function unimaPlanDocument(plan: AgentPlan) {
  return {
    ...{ instances: plan.instances, passed: 0, unverified: 0, failed: 0, tokens: 0, costUsd: 0 },
    runId: null,
    plan,
    estimatedCostUsd: addCosts(plan.estimates) ?? null,
  };
}
