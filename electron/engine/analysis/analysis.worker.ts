// The thread that analyses: it holds the data and answers one message after the other. Intervals give way
// between two groups, so that what is asked meanwhile does not wait for a whole table.
import { setImmediate as pause } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { AppError } from '../../../shared/api/errors.ts';
import type { AnalysisData } from './data.ts';
import { groupsOfLeaderboard, intervalsOfGroup } from './leaderboard.ts';
import type { FromThread, GroupIntervals, ToThread } from './messages.ts';
import { TASKS } from './tasks.ts';

const port = parentPort;
if (port === null) throw new Error('runs as a thread only');
let data: AnalysisData | undefined;
const stopped = new Set<number>();

port.on('message', (message: ToThread) => {
  if (message.kind === 'load') data = message.data;
  else if (message.kind === 'stop') stopped.add(message.id);
  else void answer(message);
});

type Asked = Extract<ToThread, { readonly id: number }>;
type Question = Exclude<Asked, { readonly kind: 'stop' }>;

async function answer(question: Question): Promise<void> {
  const { id } = question;
  const reply = (answered: FromThread) => port?.postMessage(answered);
  try {
    reply({ id, result: await resultOf(question) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    reply({
      id,
      error: error instanceof AppError ? { code: error.code, message } : { message },
    });
  }
  stopped.delete(id);
}

async function resultOf(question: Question): Promise<unknown> {
  if (data === undefined) throw new Error('asked before there is data');
  if (question.kind === 'intervals') return await intervalsOf(data, question);
  const run = TASKS[question.name] as (data: AnalysisData, input: unknown) => unknown; // by its name
  return run(data, question.input);
}

/** @returns nothing when it was stopped */
async function intervalsOf(
  held: AnalysisData,
  { id, task, share }: Extract<Question, { readonly kind: 'intervals' }>,
): Promise<GroupIntervals[] | undefined> {
  const groups = groupsOfLeaderboard(held, task);
  const found: GroupIntervals[] = [];
  for (let at = share.first; at < groups.length; at += share.every) {
    const group = groups[at];
    if (group === undefined) break;
    await pause();
    if (stopped.has(id)) return undefined;
    found.push({ group: at, intervals: intervalsOfGroup(held, task, group) });
  }
  return found;
}
