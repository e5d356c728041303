import { AppError } from '../../../shared/api/errors.ts';
import { addLabel, listLabels, removeLabels } from '../db/judgement-labels.ts';
import { loadJudgeSetup } from '../jobs/judging/load-setup.ts';
import { parseJudgementId } from '../jobs/judging/judgement-id.ts';
import { readJudgements } from '../jobs/judging/read-judgements.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `judgements.*`. */
export function createJudgementHandlers(workspace: Workspace): HandlersOf<'judgements'> {
  const read = async (key: string, model: string) => {
    const { db, query } = workspace.required();
    const setup = loadJudgeSetup(db);
    return await readJudgements({ db, media: query.media, setup }, key, model);
  };
  return {
    'judgements.get': async ({ key, model }) => ({ judgements: await read(key, model) }),
    'judgements.label': async ({ id, verdict, note }) => {
      const { db, write } = workspace.required();
      const { key, model } = parseJudgementId(id);
      if (!(await read(key, model)).some((judgement) => judgement.id === id)) {
        throw new AppError('not-found', `Cannot label the judgement: there is none. "${id}"`);
      }
      const at = new Date(workspace.options.clock()).toISOString();
      write('label the judgement', (writable) => {
        if (verdict === undefined) removeLabels(writable, id);
        else addLabel(writable, id, { verdict, note, at });
      });
      workspace.emit('judgements.changed', { key });
      return { labels: listLabels(db, id) };
    },
  };
}
