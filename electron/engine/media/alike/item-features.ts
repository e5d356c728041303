// What alignment compares of files, read behind its back: an alignment is answered at once with what is
// known, and asked for again when the rest is there.
import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { ItemFeatures } from '../../../../shared/interleave/align/segments.ts';
import { wordsOf } from '../../../../shared/interleave/align/words.ts';
import type { ModalityId } from '../../../../shared/model/modality.ts';
import { createRecentCache } from '../../recent-cache.ts';
import { withByteSource } from '../byte-source.ts';
import { readMediaFacts } from '../facts.ts';
import { hashPicture } from './picture-hash.ts';

/** A file, and what it is to be. */
export interface FeatureFile {
  readonly path: string;
  readonly modality: ModalityId;
}

export interface FoundFeatures {
  /** By path; files that are still looked at are not in it. */
  readonly features: ReadonlyMap<string, ItemFeatures>;
  /** Settles when all are known, never fails; undefined when they are. */
  readonly rest: Promise<void> | undefined;
}

/** Reads features of files, and keeps them while the files stay as they are. */
export interface FeatureReader {
  readonly read: (files: readonly FeatureFile[]) => Promise<FoundFeatures>;
}

/** Features, and the state of the file that has them. */
interface Known {
  readonly state: string;
  readonly features: Promise<ItemFeatures>;
}

const KEPT = 8192;
const AT_ONCE = 2;
const MOST_TEXT_BYTES = 64 * 1024;

/** @param patienceMs  how long a reading waits for files that were not looked at before */
export function createFeatureReader(patienceMs = 120): FeatureReader {
  const kept = createRecentCache<Known>(KEPT);
  const queue = new PQueue({ concurrency: AT_ONCE });

  async function featuresOf(file: FeatureFile): Promise<ItemFeatures> {
    const stats = await stat(file.path).catch(() => undefined);
    if (stats === undefined) return {};
    const state = `${file.modality}:${stats.size}:${stats.mtimeMs}`;
    const before = kept.find(file.path);
    const features =
      before?.state === state
        ? before.features
        : queue.add(() => readFeatures(file, stats.size).catch(() => ({})));
    kept.keep(file.path, { state, features });
    return await features;
  }

  return {
    async read(files) {
      const features = new Map<string, ItemFeatures>();
      const all = Promise.all(
        files.map(async (file) => void features.set(file.path, await featuresOf(file))),
      );
      const isComplete = await Promise.race([
        all.then(() => true),
        delay(patienceMs, false, { ref: false }),
      ]);
      return {
        features: new Map(features),
        rest: isComplete ? undefined : all.then(() => undefined),
      };
    },
  };
}

async function readFeatures(
  { path, modality }: FeatureFile,
  sizeBytes: number,
): Promise<ItemFeatures> {
  if (modality === 'image') {
    const fingerprint = await hashPicture(path);
    return fingerprint === undefined ? { sizeBytes } : { fingerprint };
  }
  if (modality === 'code' || modality === 'text') return { words: wordsOf(await headOf(path)) };
  if (modality === 'audio' || modality === 'video') {
    const { durationMs } = await readMediaFacts(path);
    return durationMs === undefined ? { sizeBytes } : { sizeBytes, durationMs };
  }
  return { sizeBytes };
}

const headOf = (path: string): Promise<string> =>
  withByteSource(path, async (source) => (await source.read(0, MOST_TEXT_BYTES)).toString('utf8'));
