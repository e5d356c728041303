// Times every golden file: one at a time, warm, decoding included, best of several rounds. CPU time is
// over all threads of the process; other work on the machine disturbs it least.
import { performance } from 'node:perf_hooks';
import sharp from 'sharp';
import type { FileQuality } from '../../../electron/engine/modalities/define.ts';
import { QUALITY } from '../../../electron/engine/modalities/index.ts';
import { goldenPath, goldens } from '../../golden/golden-files.ts';

/** What is demanded and aimed at, times as fast as the official code. */
export const BARS = {
  image: { bar: 4, aim: 8 },
  audio: { bar: 12, aim: 25 },
  mesh: { bar: 2, aim: 4 },
  cloud: { bar: 10, aim: 20 },
} as const;
export type GroupName = keyof typeof BARS;

export interface FileTime {
  readonly group: GroupName;
  readonly name: string;
  readonly cpuMs: number;
  readonly clockMs: number;
  /** Warm, one process, as the official code took (`clean_time` in tests/golden/gq.json). */
  readonly officialMs: number;
}

interface Case extends Pick<FileTime, 'group' | 'name' | 'officialMs'> {
  readonly quality: FileQuality;
}

function cases(): Case[] {
  const image = Object.entries(goldens.image).map(([name, { clean_time }]) => {
    const officialMs = clean_time.evaluate_s * 1000;
    return { group: 'image', name, quality: QUALITY.image, officialMs } as const;
  });
  const audio = Object.entries(goldens.audio).map(([name, { clean_time }]) => {
    return {
      group: 'audio',
      name,
      quality: QUALITY.audio,
      officialMs: clean_time.s * 1000,
    } as const;
  });
  const threeD = Object.entries(goldens['3d']).map(([name, { type, clean_time }]) => {
    const group = type === 'mesh' ? 'mesh' : 'cloud';
    return { group, name, quality: QUALITY.threeD, officialMs: clean_time.s * 1000 } as const;
  });
  return [...image, ...audio, ...threeD];
}

/** Round by round over all files, so that a slow moment of the machine hits one run of each. */
export async function measureGoldens(rounds: number): Promise<FileTime[]> {
  const files = cases();
  const best = files.map(() => ({ cpuMs: Infinity, clockMs: Infinity }));
  const threads = sharp.concurrency();
  sharp.concurrency(1);
  sharp.cache(false); // a file decoded before must not be a gift
  for (let round = 0; round < rounds; round++) {
    for (const [i, { name, quality }] of files.entries()) {
      const clock = performance.now();
      const cpu = process.cpuUsage();
      await quality.scoreFile(goldenPath(name));
      const { user, system } = process.cpuUsage(cpu);
      const own = best[i]!;
      own.cpuMs = Math.min(own.cpuMs, (user + system) / 1000);
      own.clockMs = Math.min(own.clockMs, performance.now() - clock);
    }
  }
  sharp.concurrency(threads);
  return files.map(({ group, name, officialMs }, i) => ({ group, name, officialMs, ...best[i]! }));
}

export interface GroupTime {
  readonly group: GroupName;
  readonly files: number;
  readonly cpuMs: number;
  readonly officialMs: number;
  readonly ratio: number;
}

export function sumGroups(times: readonly FileTime[]): GroupTime[] {
  return (Object.keys(BARS) as GroupName[]).map((group) => {
    const own = times.filter((time) => time.group === group);
    const sum = (pick: (time: FileTime) => number) => own.reduce((total, t) => total + pick(t), 0);
    const cpuMs = sum((time) => time.cpuMs);
    const officialMs = sum((time) => time.officialMs);
    return { group, files: own.length, cpuMs, officialMs, ratio: officialMs / cpuMs };
  });
}
