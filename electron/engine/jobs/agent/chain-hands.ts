import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { ChainHands, Maker, TaskItem } from '../../agent/define.ts';
import { runCode } from '../../agent/sandbox/run-code.ts';
import { promptOf, settingsOf, type JudgeSetup } from '../judging/judge-setup.ts';
import type { AskQueue } from '../scoring/ask-queue.ts';
import { itemPath, relativeTo, type AgentPlaces } from './agent-places.ts';
import { createItemReader } from './caption-task.ts';
import type { ReadTask } from './read-task.ts';

export interface HandsOptions {
  readonly askModel: ChainHands['ask'];
  /** With the prompts of this chain. */
  readonly setup: JudgeSetup;
  readonly ask: AskQueue;
  readonly makers: readonly Maker[];
  readonly places: AgentPlaces;
  readonly task: ReadTask;
  readonly repeat: number;
  readonly signal: AbortSignal;
}

/** What one chain works with; `close` takes away what it left half done. */
export function createHands(options: HandsOptions): {
  readonly hands: ChainHands;
  readonly close: () => Promise<void>;
} {
  const { askModel, setup, ask, makers, places, task, repeat, signal } = options;
  const { instance, items } = task;
  const dirs: string[] = [];
  const hands: ChainHands = {
    promptOf: (id) => promptOf(setup, id),
    ask: askModel,
    modelOf: (role) => settingsOf(setup, role)?.model,
    ...createItemReader(items, setup, ask),
    makers,
    runCode,
    async keepFile(entry, dir, fileName) {
      const path = itemPath(places, instance, entry, extname(fileName).slice(1) || 'bin');
      await mkdir(dirname(path), { recursive: true });
      await move(join(dir, fileName), path);
      return relativeTo(places, path);
    },
    isKept: (value) =>
      (statSync(join(places.base, value), { throwIfNoEntry: false })?.size ?? 0) > 0,
    async makeDir() {
      const dir = await mkdtemp(join(places.files, '.making-'));
      dirs.push(dir);
      return dir;
    },
    repeat,
    signal,
  };
  const close = async () => {
    await Promise.all(dirs.map((dir) => rm(dir, { recursive: true, force: true })));
  };
  return { hands, close };
}

/** The items of a task as a chain knows them. */
export function toTaskItems({ items }: ReadTask): TaskItem[] {
  return items.map(({ tag, modality, media }) => ({
    tag,
    modality,
    file: media.kind === 'file' ? media.ref.name : undefined,
  }));
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch {
    await copyFile(from, to); // what is left of it goes with its folder
  }
}
