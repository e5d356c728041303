// UniMA, the agent: runs over many instances, and their traces.
import { z } from 'zod';
import {
  AgentCommand,
  AgentCommandKind,
  AgentCommands,
  AgentItem,
  AgentPlan,
  AgentRequest,
  AgentRun,
  AgentRunId,
  AgentVerdict,
  TraceRecord,
} from '../../model/agent.ts';
import { Item } from '../../model/content.ts';
import { EndpointCheck, EndpointMap } from '../../model/endpoint.ts';
import { PromptId, Spending } from '../../model/judge.ts';
import { Budget } from '../../model/run.ts';
import { Done, None, Path, command, query } from './define.ts';

const RunOf = z.object({ runId: AgentRunId });
/** What is told anew each time, because a project does not keep it. */
const NotKept = z.object({ commands: AgentCommands.optional() });

export const agentMethods = {
  /** What a run would do, who would make what, and what nobody makes; nothing is written or spent. */
  'agent.plan': query(AgentRequest.extend(NotKept.shape), z.object({ plan: AgentPlan })),

  /**
   * One run at a time. `out`: where the prediction file is to be; in the project's folder when absent.
   * Refused ('unsupported') where nobody makes a needed modality, unless `allowMissing`.
   */
  'agent.start': command(
    AgentRequest.extend(NotKept.shape).extend({ out: Path.optional() }),
    RunOf,
  ),
  'agent.pause': command(RunOf, Done),
  'agent.resume': command(
    RunOf.extend({ budgetUsd: Budget.optional(), endpoints: EndpointMap.optional() }).extend(
      NotKept.shape,
    ),
    Done,
  ),
  'agent.cancel': command(RunOf, Done),

  /** Really runs a program for one small item and opens what it wrote; nothing is kept. */
  'agent.testCommand': query(
    z.object({ kind: AgentCommandKind, command: AgentCommand }),
    z.object({ check: EndpointCheck }),
  ),

  /** Newest first. */
  'agent.list': query(None, z.object({ runs: z.array(AgentRun) })),
  'agent.get': query(RunOf, z.object({ run: AgentRun, spending: z.array(Spending) })),
  'agent.items': query(
    RunOf.extend({
      verdict: AgentVerdict.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    z.object({ items: z.array(AgentItem), total: z.int().min(0) }),
  ),

  /** Records from `after` on, so that a live trace is read piece by piece. */
  'agent.trace': query(
    RunOf.extend({
      key: z.string().max(1000),
      /** From 1; the newest when absent. */
      attempt: z.int().min(1).optional(),
      after: z.int().min(-1).default(-1),
    }),
    z.object({
      records: z.array(TraceRecord),
      attempt: z.int().min(1),
      attempts: z.int().min(1),
      isLive: z.boolean(),
      /** What was made so far, whether or not it is among the responses yet. */
      items: z.array(Item),
      /** Lines that could not be read, e.g. the last one after a crash. */
      unreadable: z.int().min(0),
    }),
  ),

  /** Runs traces, newest first, that there are of an instance. */
  'agent.tracesOf': query(
    z.object({ key: z.string().max(1000) }),
    z.object({
      traces: z.array(
        z.object({
          runId: AgentRunId,
          model: z.string(),
          label: z.string().optional(),
          item: AgentItem,
          createdAt: z.iso.datetime(),
        }),
      ),
    }),
  ),

  /** Runs an instance again from a node on, in a new attempt; the nodes before it are taken over. */
  'agent.rerunFrom': command(
    RunOf.extend({
      key: z.string().max(1000),
      node: z.string().max(300),
      prompts: z.partialRecord(PromptId, z.string().max(100_000)).default({}),
    }).extend(NotKept.shape),
    z.object({ attempt: z.int().min(1) }),
  ),
} as const;
