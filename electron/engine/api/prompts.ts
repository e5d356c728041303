import { mapPromptEdits, savePromptEdit } from '../db/prompt-edits.ts';
import { checkPromptText, listPrompts, promptInUse } from '../judges/index.ts';
import type { Workspace } from '../project/workspace.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `prompts.*`. */
export function createPromptHandlers(workspace: Workspace): HandlersOf<'prompts'> {
  return {
    'prompts.list': () => ({ prompts: listPrompts(mapPromptEdits(workspace.required().db)) }),
    'prompts.save': ({ id, text }) => {
      const { db, change } = workspace.required();
      const clean = text === undefined ? undefined : checkPromptText(id, text);
      const own = clean === promptInUse(id).shippedText ? undefined : clean;
      const at = new Date(workspace.options.clock()).toISOString();
      change('save the prompt', (writable) => savePromptEdit(writable, id, own, at));
      return { prompt: promptInUse(id, mapPromptEdits(db)) };
    },
  };
}
