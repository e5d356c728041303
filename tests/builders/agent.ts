import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { MethodInput } from '../../shared/api/contract.ts';
import type { AgentRun } from '../../shared/model/agent.ts';
import { type TraceRecord } from '../../shared/model/agent.ts';
import { startProject, type TestEngine } from './engine.ts';
import { makeFolder } from './folders.ts';
import { keyOf, PRICES } from './judging.ts';
import {
  startModelServer,
  type ModelServer,
  type ModelServerOptions,
} from './model-server/model-server.ts';
import { writePicture } from './pictures.ts';
import { instanceRecord, writeDataset } from './records.ts';

/** A task of words, and the tags of what its reference holds. */
export interface AgentTask {
  readonly id: string;
  readonly content: string;
  /** Of the reference. */
  readonly wanted: readonly string[];
  /** Entries of the input beside the picture `image1`, which the content may name. */
  readonly inputs?: Readonly<Record<string, string>>;
}

/** A project whose tasks an agent can do, every role served by a model server. */
export interface AgentProject extends TestEngine {
  readonly dir: string;
  readonly server: ModelServer;
  readonly start: (request?: Partial<MethodInput<'agent.start'>>) => Promise<number>;
  /** Starts, and waits until it stops. */
  readonly run: (request?: Partial<MethodInput<'agent.start'>>) => Promise<AgentRun>;
}

/** Tasks that ask for one picture each. */
export function drawTasks(count: number): AgentTask[] {
  return Array.from({ length: count }, (_, at) => ({
    id: String(at + 1),
    content: `Look at <image1>. Draw one picture of it, number ${at + 1}.`,
    wanted: ['image2'],
  }));
}

/** Writes tasks as a dataset, each with a picture of its own as input. @returns its folder */
export function writeAgentDataset(dir: string, tasks: readonly AgentTask[]): string {
  const dataset = writeDataset(
    dir,
    tasks.map(({ id, content, wanted, inputs = {} }) => {
      const hasPicture = content.includes('<image1>');
      return instanceRecord(id, {
        input: {
          content,
          modal: { ...(hasPicture && { image1: `image/in-${id}.png` }), ...inputs },
        },
        output: {
          content: `The reference. ${wanted.map((tag) => `<${tag}>`).join(' ')}`,
          modal: Object.fromEntries(wanted.map((tag) => [tag, `${tag}-${id}.bin`])),
        },
      });
    }),
  );
  const images = join(dataset, 'natural_science', 'chemistry', 'image');
  tasks.forEach(({ id }, at) => writePicture(join(images, `in-${id}.png`), at + 1, 24));
  return dataset;
}

/** Starts a server and a project with these tasks. */
export async function startAgentProject(
  tasks: readonly AgentTask[],
  options: ModelServerOptions & { readonly own?: Parameters<typeof startProject>[1] } = {},
): Promise<AgentProject> {
  const dir = makeFolder();
  const dataset = writeAgentDataset(dir, tasks);
  const server = await startModelServer(options);
  onTestFinished(() => server.close());
  const engine = await startProject(dir, options.own);
  await engine.importAll({ dataset });
  await engine.indexed();
  const endpoint = { baseUrl: server.baseUrl, model: 'model', ...PRICES };
  const start: AgentProject['start'] = async (request = {}) => {
    const asked = { endpoints: { '*': endpoint }, ...request };
    return (await engine.api.call('agent.start', asked)).runId;
  };
  return {
    ...engine,
    dir,
    server,
    start,
    run: async (request) => await agentStopped(engine, await start(request)),
  };
}

/** Waits until a run of the agent is no longer worked on. */
export async function agentStopped(
  { api, waitFor }: Pick<TestEngine, 'api' | 'waitFor'>,
  runId: number,
): Promise<AgentRun> {
  for (;;) {
    const changed = waitFor(
      'agent.progress',
      ({ id, state }) => id === runId && state !== 'running',
    );
    const { run } = await api.call('agent.get', { runId });
    if (run.state !== 'running') return run;
    const heard = await changed;
    if (heard.state !== 'running') return heard;
  }
}

/** The trace of an instance in a run. */
export async function traceOf(
  { api }: Pick<TestEngine, 'api'>,
  runId: number,
  id: string,
  attempt?: number,
): Promise<TraceRecord[]> {
  const asked = { runId, key: keyOf(id), ...(attempt !== undefined && { attempt }) };
  return (await api.call('agent.trace', asked)).records;
}

/** The records of a prediction file, by their ids. */
export function readPredictionFile(path: string): Map<string, PredictionRecord> {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const records = lines.map((line) => JSON.parse(line) as PredictionRecord); // as the agent writes it
  return new Map(records.map((record) => [record.id, record]));
}

export interface PredictionRecord {
  readonly domain: string;
  readonly subdomain: string;
  readonly id: string;
  readonly output?: { readonly content: string; readonly modal: Readonly<Record<string, string>> };
}
