// ONNX Runtime is an optional package; it is loaded when weights are named and a video is scored.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type * as Ort from 'onnxruntime-node';
import { type Unscored, unscored } from '../../media/decode/decoded.ts';
import { CLIP_FRAMES } from './dover-frames.ts';
import { VIEW_SIDE } from './dover-views.ts';

/** The network with its weights. */
export interface DoverModel {
  /** Clips that the technical branch takes at once. */
  readonly clips: number;
  readonly weightsSha256: string;
  /** @param aesthetic  [1, 3, 32, 224, 224]; `technical` [clips, 3, 32, 224, 224] */
  readonly run: (aesthetic: Float32Array, technical: Float32Array) => Promise<DoverOutputs>;
  readonly close: () => Promise<void>;
}

/** Raw outputs of the two branches, before fusion; means over clips and places. */
export interface DoverOutputs {
  readonly technical: number;
  readonly aesthetic: number;
}

const USUAL_CLIPS = 3; // dover.yml: num_clips of the technical view
const THREADS = 2;

/**
 * Loads an ONNX file with the signature of DOVER's own export: inputs `aes_view` and `tech_view`,
 * outputs the aesthetic and the technical score.
 */
export async function loadDover(path: string): Promise<DoverModel | Unscored> {
  const file = await stat(path).catch(() => undefined);
  if (file?.isFile() !== true) {
    return unscored(
      'unsupported',
      'The weights file of DOVER that the settings name is not there.',
    );
  }
  const ort = await import('onnxruntime-node').catch(() => undefined);
  if (ort === undefined) {
    const advice = 'Install the optional package onnxruntime-node.';
    return unscored('unsupported', `There is no ONNX Runtime to run DOVER with. ${advice}`);
  }
  try {
    const session = await ort.InferenceSession.create(path, {
      executionProviders: ['cpu'],
      intraOpNumThreads: THREADS,
      logSeverityLevel: 4,
    });
    return await modelOf(ort, session, path);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [line = ''] = message.split('\n');
    return unscored(
      'unsupported',
      `The weights file of DOVER cannot be loaded: ${line.slice(0, 200)}`,
    );
  }
}

async function modelOf(
  ort: typeof Ort,
  session: Ort.InferenceSession,
  path: string,
): Promise<DoverModel | Unscored> {
  const inputs = branches(session.inputNames);
  const outputs = branches(session.outputNames);
  if (inputs === undefined || outputs === undefined) {
    await session.release();
    const names = [...session.inputNames, ...session.outputNames].join('", "');
    const wanted = 'DOVER has the inputs "aes_view" and "tech_view" and two outputs';
    return unscored('unsupported', `The weights file has "${names}"; ${wanted}.`);
  }
  const clips = clipsOf(session, inputs.technical);
  const shape = [3, CLIP_FRAMES, VIEW_SIDE, VIEW_SIDE];
  return {
    clips,
    weightsSha256: await sha256Of(path),
    close: () => session.release(),
    async run(aesthetic, technical) {
      const results = await session.run({
        [inputs.aesthetic]: new ort.Tensor('float32', aesthetic, [1, ...shape]),
        [inputs.technical]: new ort.Tensor('float32', technical, [clips, ...shape]),
      });
      return {
        aesthetic: meanOf(results[outputs.aesthetic]),
        technical: meanOf(results[outputs.technical]),
      };
    },
  };
}

/** By name, else in the order of the export: aesthetic first. */
function branches(names: readonly string[]) {
  const [first, second, third] = names;
  if (first === undefined || second === undefined || third !== undefined) return undefined;
  const isSwapped = /tech/i.test(first) || /aes/i.test(second);
  return isSwapped
    ? { aesthetic: second, technical: first }
    : { aesthetic: first, technical: second };
}

/** An export of PyTorch without dynamic axes takes one number of clips only. */
function clipsOf(session: Ort.InferenceSession, name: string): number {
  const input = session.inputMetadata.find((one) => one.name === name);
  const first = input?.isTensor === true ? input.shape[0] : undefined;
  return typeof first === 'number' && first > 0 ? first : USUAL_CLIPS;
}

function meanOf(tensor: Ort.Tensor | undefined): number {
  const values = tensor?.data;
  if (!(values instanceof Float32Array) || values.length === 0) return NaN;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
