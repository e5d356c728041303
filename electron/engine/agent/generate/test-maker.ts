// The smallest order for each kind of item, really carried out, and its file opened: a test of an endpoint
// that generates, or of a program. What was made is thrown away.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentCommand, AgentCommandKind } from '../../../../shared/model/agent.ts';
import type {
  EndpointCheck,
  EndpointSettings,
  EndpointTest,
} from '../../../../shared/model/endpoint.ts';
import { EndpointDown, EndpointRefused, type KeyRing } from '../../judges/define.ts';
import { SHORT_PATIENCE, wait } from '../../judges/endpoint/patience.ts';
import type { Log } from '../../log.ts';
import type { Maker, Spent } from '../define.ts';
import type { ToolRequest } from '../tools/define.ts';
import { checkMade } from './check-made.ts';
import { createCommandMakers } from './command-maker.ts';
import type { GeneratorRole } from './generators.ts';
import { createHttpMaker } from './http-maker.ts';

export interface GeneratorTestOptions {
  readonly role: GeneratorRole;
  readonly settings: EndpointSettings;
  readonly keys: KeyRing;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly signal: AbortSignal;
}

const KINDS: Readonly<Record<GeneratorRole, AgentCommandKind>> = {
  'generator.image': 'image',
  'generator.speech': 'speech',
  'generator.video': 'video',
  'generator.threeD': 'threeD',
};

/** Orders one small item of an endpoint and looks whether the bytes that come are one. */
export async function testGenerator(options: GeneratorTestOptions): Promise<EndpointTest> {
  const { role, settings, keys, log, clock, signal } = options;
  const maker = createHttpMaker({
    role,
    settings,
    tools: {
      ...{ keys, log, clock, wait, random: Math.random },
      patience: SHORT_PATIENCE,
      closed: signal,
    },
    enter: () => Promise.resolve(() => undefined),
    onSpent: () => undefined,
  });
  const { check, spent } = await testMaker(KINDS[role], maker, signal);
  const { tokensIn = 0, tokensOut = 0, costUsd } = spent ?? {};
  return { checks: [check], tokensIn, tokensOut, ...(costUsd === undefined ? {} : { costUsd }) };
}

/** Lets a program make one small item and looks whether the file is one. */
export async function testCommand(
  kind: AgentCommandKind,
  command: AgentCommand,
  signal: AbortSignal,
): Promise<EndpointCheck> {
  const [maker] = createCommandMakers({ [kind]: command });
  if (maker === undefined) throw new Error('there is a maker for each command');
  return (await testMaker(kind, maker, signal)).check;
}

const ORDERS: Readonly<Record<AgentCommandKind, ToolRequest>> = {
  image: { tag: 'image1', prompt: 'A red square on a white ground.' },
  speech: { tag: 'audio1', prompt: 'In a calm voice.', content: 'One, two, three.' },
  video: { tag: 'video1', prompt: 'A red ball rolls over a white floor, two seconds long.' },
  threeD: { tag: 'threeD1', prompt: 'A plain cube.' },
};

async function testMaker(
  kind: AgentCommandKind,
  maker: Maker,
  signal: AbortSignal,
): Promise<{ readonly check: EndpointCheck; readonly spent?: Spent | undefined }> {
  const what = `make_${kind}` as const;
  const dir = await mkdtemp(join(tmpdir(), 'loupe-test-'));
  const startedAt = performance.now();
  try {
    const made = await maker.make(ORDERS[kind], dir, signal);
    const latencyMs = performance.now() - startedAt;
    const { spent } = made;
    if (made.status === 'failed') {
      return { check: { what, result: 'failed', message: made.message, latencyMs }, spent };
    }
    const { isRight, message } = await checkMade(kind, join(dir, made.fileName));
    return { check: { what, result: isRight ? 'works' : 'wrong', message, latencyMs }, spent };
  } catch (error) {
    if (!(error instanceof EndpointRefused || error instanceof EndpointDown)) throw error;
    const result = error instanceof EndpointRefused ? 'refused' : 'failed';
    return { check: { what, result, message: error.message } };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
