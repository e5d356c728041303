// What each generator role is asked over HTTP: the images and speech API of the vendor, its videos API
// with its waiting, and for 3D the shape of the images API at an address of its own.
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { EndpointSettings } from '../../../../shared/model/endpoint.ts';
import type { ModalityId } from '../../../../shared/model/modality.ts';
import { HttpProblem } from '../../judges/endpoint/http-problem.ts';
import type { Wait } from '../../judges/endpoint/patience.ts';
import type { Transport } from '../../judges/endpoint/transport.ts';
import type { ToolRequest } from '../tools/define.ts';
import { NoFile } from './no-file.ts';
import { extensionOfBytes } from './extension-of-bytes.ts';

export const GENERATOR_ROLES = [
  'generator.image',
  'generator.speech',
  'generator.video',
  'generator.threeD',
] as const;
export type GeneratorRole = (typeof GENERATOR_ROLES)[number];

/** A file as it came. */
export interface Made {
  readonly bytes: Uint8Array;
  readonly usage: { readonly tokensIn: number; readonly tokensOut: number };
}

interface Generating {
  readonly order: ToolRequest;
  readonly settings: EndpointSettings;
  readonly send: Transport;
  readonly wait: Wait;
  readonly signal: AbortSignal;
}

interface Generator {
  readonly modality: ModalityId;
  readonly description: string;
  readonly generate: (generating: Generating) => Promise<Made>;
  readonly extensionOf: (bytes: Uint8Array) => string;
}

export const GENERATORS: Readonly<Record<GeneratorRole, Generator>> = {
  'generator.image': {
    modality: 'image',
    description: 'Draws or photographs whatever "prompt" describes.',
    generate: (generating) => generateFile(generating, '/images/generations'),
    extensionOf: (bytes) => extensionOfBytes(bytes, 'png'),
  },
  'generator.speech': {
    modality: 'audio',
    description: 'Speaks the words in "content"; "prompt" says in which voice and mood.',
    generate: generateSpeech,
    extensionOf: (bytes) => extensionOfBytes(bytes, 'mp3'),
  },
  'generator.video': {
    modality: 'video',
    description: 'Films whatever "prompt" describes, some seconds long.',
    generate: generateVideo,
    extensionOf: (bytes) => extensionOfBytes(bytes, 'mp4'),
  },
  'generator.threeD': {
    modality: 'threeD',
    description: 'Models whatever object "prompt" describes.',
    generate: (generating) => generateFile(generating, '/3d/generations'),
    extensionOf: (bytes) => extensionOfBytes(bytes, 'obj'),
  },
};

const Files = z.object({
  data: z.array(z.object({ b64_json: z.string().nullish() })).min(1),
  usage: z
    .object({ input_tokens: z.number().optional(), output_tokens: z.number().optional() })
    .nullish(),
});

async function generateFile(generating: Generating, path: string): Promise<Made> {
  const { order, settings } = generating;
  const body = { model: settings.model, prompt: promptOf(order), n: 1 };
  let response: Response;
  try {
    response = await post(generating, path, { ...body, response_format: 'b64_json' });
  } catch (error) {
    // newer models always give the bytes and refuse to be asked for them
    if (!(error instanceof HttpProblem) || error.status !== 400) throw error;
    if (!error.body.includes('response_format')) throw error;
    response = await post(generating, path, body);
  }
  return await readFile(response);
}

async function readFile(response: Response): Promise<Made> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/json')) return { ...(await readBytes(response)) };
  const parsed = Files.safeParse(await readJson(response));
  const [file] = parsed.data?.data ?? [];
  if (file?.b64_json === undefined || file.b64_json === null) {
    throw new NoFile('there is no file in its answer; an address of one is not followed');
  }
  const { usage } = parsed.data ?? {};
  return {
    bytes: new Uint8Array(Buffer.from(file.b64_json, 'base64')),
    usage: {
      tokensIn: Math.round(usage?.input_tokens ?? 0),
      tokensOut: Math.round(usage?.output_tokens ?? 0),
    },
  };
}

async function generateSpeech(generating: Generating): Promise<Made> {
  const { order, settings } = generating;
  const response = await post(generating, '/audio/speech', {
    model: settings.model,
    input: order.content?.trim() || order.prompt,
    voice: 'alloy',
    response_format: 'wav',
  });
  const type = response.headers.get('content-type') ?? '';
  return type.startsWith('application/json') ? await readFile(response) : await readBytes(response);
}

const Job = z.object({ id: z.string().min(1).max(500), status: z.string() });
const POLL_MS = 2000;

async function generateVideo(generating: Generating): Promise<Made> {
  const { order, settings, send, signal } = generating;
  const response = await post(generating, '/videos', {
    model: settings.model,
    prompt: promptOf(order),
  });
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/json')) return await readBytes(response);
  const body = await readJson(response);
  if (Files.safeParse(body).success) return await readFile(Response.json(body));
  let job = readJob(body);
  const address = `${settings.baseUrl}/videos/${encodeURIComponent(job.id)}`;
  const deadline = performance.now() + settings.timeoutMs * 10;
  while (job.status === 'queued' || job.status === 'in_progress') {
    if (performance.now() > deadline) throw new NoFile('the video was not done in time');
    await sleep(POLL_MS, undefined, { signal });
    job = readJob(await readJson(await send(address, { method: 'GET' })));
  }
  if (job.status !== 'completed') throw new NoFile(`the video ended as "${job.status}"`);
  return await readBytes(await send(`${address}/content`, { method: 'GET' }));
}

function readJob(body: unknown): z.infer<typeof Job> {
  const parsed = Job.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new NoFile('there is neither a file nor a job in its answer');
}

const promptOf = ({ prompt, content }: ToolRequest) => prompt.trim() || (content ?? '');

async function post({ settings, send }: Generating, path: string, body: unknown) {
  return await send(`${settings.baseUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: '*/*' },
    body: JSON.stringify(body),
  });
}

async function readBytes(response: Response): Promise<Made> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { bytes, usage: { tokensIn: 0, tokensOut: 0 } };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new NoFile('its answer is no JSON');
  }
}
