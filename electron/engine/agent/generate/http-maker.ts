// Makers behind an endpoint: one order, one request, with the patience that questions have. A failure is
// the order's, except where the endpoint will answer nothing (no key, no credit): that stops the run.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EndpointSettings, RoleId } from '../../../../shared/model/endpoint.ts';
import { EndpointRefused } from '../../judges/define.ts';
import { costOf } from '../../judges/endpoint/answer-question.ts';
import { HttpProblem } from '../../judges/endpoint/http-problem.ts';
import { createLane, type AskingTools } from '../../judges/endpoint/lane.ts';
import { backOffMs } from '../../judges/endpoint/patience.ts';
import { problemOf } from '../../judges/endpoint/problem.ts';
import { requireKey } from '../../judges/endpoint/require-key.ts';
import { scrubKeys } from '../../judges/endpoint/scrub.ts';
import { createTransport, type Transport } from '../../judges/endpoint/transport.ts';
import type { Maker, Spent } from '../define.ts';
import type { ToolFailure, ToolRequest } from '../tools/define.ts';
import { NoFile } from './no-file.ts';
import { GENERATORS, type GeneratorRole, type Made } from './generators.ts';

export interface HttpMakerOptions {
  readonly role: GeneratorRole;
  readonly settings: EndpointSettings;
  readonly tools: AskingTools;
  /** Held while the run is paused; what it gives is told what the request has cost. */
  readonly enter: () => Promise<(costUsd: number | undefined) => void>;
  readonly onSpent: (role: RoleId, spent: Spent & { isFailed: boolean; latencyMs: number }) => void;
}

/** Largest file that an endpoint may give. */
const MAX_BYTES = 512 * 2 ** 20;
/** Requests for one order while the endpoint is busy or fails for a moment. */
const REQUESTS = 5;
/** A busy endpoint lives: it takes four times as many to count as broken. */
const BUSY_WEIGHT = 0.25;
/** An endpoint for questions that makes nothing says so for this order; questions go on. */
const NO_SERVICE: ReadonlySet<number> = new Set([404, 405, 501]);

/** @returns a maker that shares one lane over all its orders */
export function createHttpMaker(options: HttpMakerOptions): Maker {
  const { role, settings, tools } = options;
  const { keys, log, clock } = tools;
  const { model, baseUrl, timeoutMs } = settings;
  const { modality, description, generate, extensionOf } = GENERATORS[role];
  const lane = createLane([settings], tools);
  const findKey = () => keys.find(settings);
  const limits = { timeoutMs, maxBytes: MAX_BYTES, takesBytes: true };
  const transport = createTransport({ ...limits, findKey, log });
  const refuse = (why: string) =>
    new EndpointRefused(
      `Cannot ask "${model}" as ${role}: ${scrubKeys(why, findKey())} (Settings → Endpoints). ` +
        `"${baseUrl}"`,
    );

  async function request(order: ToolRequest, signal: AbortSignal): Promise<Made | Retry | string> {
    requireKey(settings, keys, refuse);
    const leave = await lane.breaker.pass(signal);
    const send: Transport = async (input, init) => {
      await lane.pace.next(signal);
      return await transport(input, { ...init, signal });
    };
    try {
      const made = await generate({ order, settings, send, wait: tools.wait, signal });
      leave.alive();
      return made;
    } catch (error) {
      if (signal.aborted) {
        leave.givenUp();
        throw signal.reason;
      }
      const isAnswer = error instanceof HttpProblem || error instanceof NoFile;
      if (isAnswer && (error instanceof NoFile || NO_SERVICE.has(error.status))) {
        leave.alive();
        const { message } = error;
        return error instanceof NoFile ? message : `it has no such service (${message})`;
      }
      const problem = problemOf(error, clock());
      const why = scrubKeys(problem.why, findKey());
      if (problem.kind === 'passing') leave.failed(problem.isBusy ? BUSY_WEIGHT : 1, why);
      else leave.alive();
      if (problem.kind === 'refused') throw refuse(problem.why);
      if (problem.kind === 'unasked') return why;
      if (problem.afterMs !== undefined) lane.pace.holdFor(problem.afterMs);
      return { retry: why, isBusy: problem.isBusy };
    }
  }

  /** A busy endpoint is waited for; anything else is the order's failure. */
  async function ask(order: ToolRequest, signal: AbortSignal): Promise<Made | string> {
    for (let count = 1; ; count++) {
      const made = await lane.queue.add(() => request(order, signal), { signal });
      if (typeof made === 'string' || !('retry' in made)) return made;
      if (!made.isBusy || count >= REQUESTS) return made.retry;
      await tools.wait(backOffMs(tools.patience, count, tools.random), signal);
    }
  }

  return {
    ...{ id: role, modality, description, isGeneral: true, role, model },
    async make(order, dir, signal) {
      const leave = await options.enter();
      const startedAt = performance.now();
      let spent: Spent = UNKNOWN_SPENT;
      let made: Made | string = 'it was given up';
      try {
        made = await ask(order, signal);
        if (typeof made !== 'string') spent = spentOn(made, settings);
      } finally {
        leave(spent.costUsd);
        const latencyMs = performance.now() - startedAt;
        options.onSpent(role, { ...spent, isFailed: typeof made === 'string', latencyMs });
      }
      if (typeof made === 'string') return failed(model, made, spent);
      const fileName = `made.${extensionOf(made.bytes)}`;
      await writeFile(join(dir, fileName), made.bytes);
      return { status: 'made', fileName, sizeBytes: made.bytes.byteLength, spent };
    },
  };
}

const UNKNOWN_SPENT: Spent = {
  tokensIn: 0,
  tokensOut: 0,
  costUsd: undefined,
  isFromCache: false,
};

interface Retry {
  readonly retry: string;
  readonly isBusy: boolean;
}

function spentOn({ usage }: Made, settings: EndpointSettings): Spent {
  const { tokensIn, tokensOut } = usage;
  return { ...usage, costUsd: costOf(tokensIn, tokensOut, settings), isFromCache: false };
}

function failed(model: string, why: string, spent: Spent): ToolFailure & { spent: Spent } {
  return { status: 'failed', code: 'failed', message: `"${model}" made nothing: ${why}.`, spent };
}
