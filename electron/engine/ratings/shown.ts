// What a rater saw, as hashes: a rating holds for that and for nothing else. Each part has its own, so
// that a stale rating says what has changed.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { STALE_PARTS, type RatedMetric, type StalePart } from '../../../shared/model/rating.ts';
import type { Item, Sequence } from '../../../shared/model/content.ts';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import type { Prompt } from '../../../shared/model/judge.ts';
import type { ShownHashes } from '../db/rating-events.ts';
import { rubricPrompt } from './rubric.ts';

/** A file's SHA-256, hex; undefined when it cannot be read. */
export type FileHasher = (path: string) => Promise<string | undefined>;

/** Reads each state of a file once. */
export function createFileHasher(): FileHasher {
  const known = new Map<string, Promise<string | undefined>>();
  return async (path) => {
    const state = await stat(path).catch(() => undefined); // gone: that is the answer
    if (state?.isFile() !== true) return undefined;
    const name = `${path}\0${state.size}\0${state.mtimeMs}`;
    const hash = known.get(name) ?? hashFile(path);
    if (known.size > 20_000) known.clear();
    known.set(name, hash);
    return await hash;
  };
}

async function hashFile(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return undefined; // not readable: what is shown is that
  }
}

const sha256 = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);

/** @param instance  with the responses that were shown, and no others */
export async function shownHashes(
  instance: InstanceDetail,
  hashOf: FileHasher,
): Promise<ShownHashes> {
  const { task, reference } = instance;
  const responses = instance.responses.toSorted((a, b) => (a.model < b.model ? -1 : 1));
  const sides = [task, reference, ...responses.map(({ sequence }) => sequence)];
  return {
    response: responses.length === 0 ? '' : sha256(responses.map((one) => one.contentHash)),
    media: await mediaHash(sides, hashOf),
    task: sha256([task.content, reference.content]),
    caption: captionHash(sides),
  };
}

async function mediaHash(sides: readonly Sequence[], hashOf: FileHasher): Promise<string> {
  const hashes = await Promise.all(
    sides.map((side) => Promise.all(side.items.map((item) => itemHash(item, hashOf)))),
  );
  return hashes.every((side) => side.length === 0) ? '' : sha256(hashes);
}

async function itemHash({ tag, media }: Item, hashOf: FileHasher): Promise<string[]> {
  if (media.kind === 'inline') return [tag, sha256(media.text)];
  if (media.kind !== 'file') return [tag, media.kind];
  return [tag, (await hashOf(media.path)) ?? 'unreadable'];
}

/** '' where nothing has a caption: captions that come later change nothing that was shown. */
function captionHash(sides: readonly Sequence[]): string {
  const captions = sides.map(({ items }) =>
    items.flatMap(({ tag, caption }) => (caption === undefined ? [] : [[tag, caption]])),
  );
  return captions.every((side) => side.length === 0) ? '' : sha256(captions);
}

/** The hash of the prompt whose rubric was shown. */
export function promptHash(prompts: readonly Prompt[], metric: RatedMetric): string {
  return prompts.find(({ id }) => id === rubricPrompt(metric))?.hash ?? '';
}

/** Which parts are others now; one that was empty then cannot have changed. */
export function changedParts(then: ShownHashes, now: ShownHashes): StalePart[] {
  return STALE_PARTS.filter((part) => (then[part] ?? '') !== '' && then[part] !== now[part]);
}
