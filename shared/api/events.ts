import { z } from 'zod';
import { AgentRun, AgentRunId } from '../model/agent.ts';
import { ImportProgress } from '../model/import.ts';
import { Run } from '../model/run.ts';

/** Events are small and say *that* something changed; stores ask again. Progress is the exception. */
export const events = {
  'project.changed': z.object({}),
  /** Instances, responses, scores or problems changed; queries should be asked again. */
  'data.changed': z.object({ revision: z.int() }),
  'import.progress': ImportProgress,
  /** Where a run stands: when its state changes, and at most five times a second. */
  'run.progress': Run,
  /** Settings of the project were saved. */
  'settings.changed': z.object({}),
  /** A person labelled a judgement of this instance. */
  'judgements.changed': z.object({ key: z.string() }),
  /** How this instance's columns are aligned changed: pictures were looked at, or pairs made by hand. */
  'alignment.changed': z.object({ key: z.string() }),
  /** What people said of this instance changed. */
  'annotations.changed': z.object({ key: z.string() }), // '' where it was of many instances
  /** A sample was drawn or removed, or somebody sat down at one. */
  'samples.changed': z.object({}),
  /** Somebody rated something of this instance. */
  'ratings.changed': z.object({ sampleId: z.string(), key: z.string() }),
  /** Records were looked through, or somebody said something of one. */
  'qc.changed': z.object({}),
  /** Intervals of a leaderboard that was asked for are complete. */
  'analysis.changed': z.object({}),
  /** Where a run of the agent stands: when its state changes, and at most five times a second. */
  'agent.progress': AgentRun,
  /** This instance's trace grew: at most five times a second. */
  'agent.traced': z.object({ runId: AgentRunId, key: z.string() }),
  /** How many instances of a bundle are written. */
  'export.progress': z.object({ done: z.int(), total: z.int() }),
  'search.progress': z.object({ pending: z.int() }),
} as const;

export type EventName = keyof typeof events;
export const EVENT_NAMES = Object.keys(events) as readonly EventName[];
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>;
