// One instance from its task to its response: receiving, reasoning, generating. Nothing flows back from
// generating. Whatever happens stands in the trace.
import type { AgentReport } from '../../../shared/model/agent.ts';
import { ROLE_IDS } from '../../../shared/model/endpoint.ts';
import { StepFailed, type ChainHands, type ChainResult, type ChainTask } from './define.ts';
import { makeItems } from './generate/make-items.ts';
import { sumSeconds, sumSpent, type Journal } from './journal.ts';
import { countEntries } from './reason/check-report.ts';
import { reason, type Reasoned } from './reason/reason.ts';
import { receive } from './receive/receive.ts';

/** @throws EndpointRefused, EndpointDown, BudgetReached; rejects with the signal's reason */
export async function runChain(
  task: ChainTask,
  hands: ChainHands,
  journal: Journal,
): Promise<ChainResult> {
  const last = journal.records().at(-1);
  noteStart(task, hands, journal);
  // a re-run says so itself; one that was cut off behind its end only has to be kept
  if (last !== undefined && last.kind !== 'resume' && last.kind !== 'finish') {
    journal.note({ kind: 'resume', why: 'restart', editedPrompts: [] });
  }
  try {
    const received = await receive(task, hands, journal);
    const reasoned = await reason(task, received, hands, journal);
    return await finish(reasoned, hands, journal);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    const why = `"${error.node}" gave nothing: ${error.message}`;
    return close(journal, { verdict: 'failed', reason: why, rounds: roundsOf(journal) });
  }
}

function noteStart(task: ChainTask, hands: ChainHands, journal: Journal): void {
  const { key, model, label, content, items, maxRounds, ablate } = task;
  journal.note({
    kind: 'start',
    format: 'unim-loupe-trace',
    version: 1,
    key,
    model,
    ...(label !== undefined && { label }),
    task: {
      content,
      items: items.map(({ tag, modality, file }) => ({
        tag,
        modality,
        ...(file !== undefined && { file }),
      })),
    },
    maxRounds,
    ablate: [...ablate],
    models: ROLE_IDS.flatMap((role) => {
      const served = hands.modelOf(role);
      return served === undefined ? [] : [{ role, model: served }];
    }),
  });
}

async function finish(
  { report, reportNode, unverified, rounds }: Reasoned,
  hands: ChainHands,
  journal: Journal,
): Promise<ChainResult> {
  const { modal, missing } = await makeItems(report, rounds, hands, journal);
  return close(journal, {
    verdict: unverified === undefined ? 'passed' : 'unverified',
    reason: unverified,
    rounds,
    missing,
    done: { report, reportNode, modal },
  });
}

interface Ending {
  readonly verdict: ChainResult['verdict'];
  readonly reason?: string | undefined;
  readonly rounds: number;
  readonly missing?: readonly string[];
  readonly done?: {
    readonly report: AgentReport;
    readonly reportNode: string;
    readonly modal: Readonly<Record<string, string>>;
  };
}

function close(journal: Journal, ending: Ending): ChainResult {
  const { verdict, reason: why, rounds, missing = [], done } = ending;
  const { tokensIn, tokensOut, costUsd } = sumSpent(journal.records());
  const seconds = sumSeconds(journal.records());
  journal.note({
    kind: 'finish',
    verdict,
    ...(why !== undefined && { reason: why }),
    ...(done !== undefined && {
      reportNode: done.reportNode,
      content: done.report.content,
      modal: { ...done.modal },
    }),
    rounds,
    missing: [...missing],
    tokensIn,
    tokensOut,
    ...(costUsd !== undefined && { costUsd }),
    seconds,
  });
  return {
    verdict,
    reason: why,
    prediction: done && { content: done.report.content, modal: done.modal },
    counts: done === undefined ? {} : countEntries(done.report.items),
    rounds,
    missing,
    tokensIn,
    tokensOut,
    costUsd,
    seconds,
  };
}

const roundsOf = (journal: Journal): number =>
  Math.max(0, ...journal.records().map((record) => ('round' in record ? record.round : 0)));
