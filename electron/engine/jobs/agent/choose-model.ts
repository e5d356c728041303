import { resolve } from 'node:path';
import { AppError } from '../../../../shared/api/errors.ts';
import type { AgentRequest } from '../../../../shared/model/agent.ts';
import { listAgentRuns } from '../../db/agent-runs.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { listModels } from '../../db/models.ts';
import { listSources } from '../../db/sources.ts';

/**
 * The name of the model that the answers become. A model's answers come from one prediction file; a
 * second file of the same name would not count, so a further run gets a name of its own.
 *
 * @param out  where the prediction file is to be; undefined: a place by the model's name
 * @throws AppError 'bad-input' where the name that was asked for is another's
 */
export function chooseModel(
  db: ReadableDb,
  { model, ablate }: AgentRequest,
  out: string | undefined,
): string {
  const taken = takenNames(db, out);
  if (model !== undefined) {
    if (!taken.has(model)) return model;
    throw new AppError(
      'bad-input',
      `Cannot run the agent as "${model}": the project has answers of this name from another file. Choose another name.`,
    );
  }
  const base = ['UniMA', ...ablate.map((what) => `w/o ${LABELS[what]}`)].join(' ');
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base} ${count}`;
    if (!taken.has(name)) return name;
  }
}

const LABELS = { ter: 'TER', tcdc: 'TCDC', verification: 'verification' } as const;

/** Names whose answers come from elsewhere. */
function takenNames(db: ReadableDb, out: string | undefined): ReadonlySet<string> {
  const runs = listAgentRuns(db);
  const names = new Map(listModels(db).map(({ id, name }) => [id, name]));
  const taken = new Set<string>();
  for (const { modelId, path } of listSources(db)) {
    const name = modelId === undefined ? undefined : names.get(modelId);
    if (name === undefined) continue;
    const isOwn =
      out === undefined
        ? runs.some((run) => run.model === name && run.out === path)
        : resolve(path) === out;
    if (!isOwn) taken.add(name);
  }
  for (const run of runs) {
    if (out !== undefined && run.out !== out) taken.add(run.model);
  }
  return taken;
}
