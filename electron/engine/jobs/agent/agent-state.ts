import type { AgentRunId, AgentRunState } from '../../../../shared/model/agent.ts';
import { addAgentSeconds, saveAgentState } from '../../db/agent-runs.ts';
import type { WritableDb } from '../../db/handle.ts';
import type { Log } from '../../log.ts';
import type { PatientWrite } from '../scoring/patient-write.ts';
import { toHalt, type Halt } from '../scoring/run-state.ts';

/** The state of a run that is worked on: in memory at once, in the database as soon as it can be. */
export interface AgentStateKeeper {
  readonly state: () => AgentRunState;
  /** Why it cannot go on. */
  readonly halt: () => Halt | undefined;
  readonly become: (next: AgentRunState) => Promise<void>;
  /** Remembers why the run cannot go on; the first reason counts. */
  readonly fail: (error: unknown) => void;
}

interface KeeperOptions {
  readonly id: AgentRunId;
  /** Path of the database, for messages. */
  readonly file: string;
  readonly log: Log;
  readonly clock: () => number;
  /** Seconds worked since this was last asked. */
  readonly takeSeconds: () => number;
  readonly onChange: () => void;
  readonly onHalt: () => void;
}

export function createAgentState(
  own: WritableDb,
  write: PatientWrite,
  { id, file, log, clock, takeSeconds, onChange, onHalt }: KeeperOptions,
): AgentStateKeeper {
  let state: AgentRunState = 'running';
  let halt: Halt | undefined;
  return {
    state: () => state,
    halt: () => halt,
    async become(next) {
      state = next;
      const isGoing = next === 'running';
      const isOver = !isGoing && next !== 'paused';
      const seconds = takeSeconds();
      await write(() => {
        addAgentSeconds(own, id, seconds, clock());
        saveAgentState(own, id, {
          state: next,
          finishedAt: isOver ? new Date(clock()).toISOString() : undefined,
          error: halt?.error,
          ownerPid: isGoing ? process.pid : undefined,
          beatAt: clock(),
        });
      });
      onChange();
    },
    fail(error) {
      const known = toHalt(error, file);
      if (known === undefined) log.error({ err: error }, 'a run of the agent hit a bug');
      halt ??= known ?? BUG;
      onHalt();
    },
  };
}

const BUG: Halt = {
  state: 'failed',
  error: { code: 'internal', message: 'The run hit a bug in Loupe. The log has its trace.' },
};
