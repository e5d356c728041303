import type { Emit } from '../context.ts';
import { createAgentService, type AgentService } from '../jobs/agent/agent-service.ts';
import type { AgentSlotOptions } from '../jobs/agent/agent-slot.ts';
import { importWhenFree } from '../jobs/import/import-when-free.ts';
import type { ImportRunner } from '../jobs/import/import-runner.ts';

/** The agent of an open project: its answers are imported as a model's. */
export function createProjectAgent(
  runner: ImportRunner,
  emit: Emit,
  options: Omit<AgentSlotOptions, 'onProgress' | 'onTraced' | 'importPredictions'>,
): AgentService {
  return createAgentService({
    ...options,
    onProgress: (run) => emit('agent.progress', run),
    onTraced: (runId, key) => emit('agent.traced', { runId, key }),
    importPredictions: async (model, path) => {
      const predictions = [{ model, path }];
      await importWhenFree(runner, { predictions, ratings: [], markAsExample: false });
    },
  });
}
