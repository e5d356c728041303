// Speed of the quality scores against the official Python's warm, single-process times on the same
// files (`clean_time` in tests/golden/gq.json): one file at a time, warm, decoding included, best of
// several rounds. The ratios are of CPU time, over all threads of the process, which other work on the
// machine disturbs least; the clock's time stands beside it and is less on a machine that is quiet.
//   node tests/bench/quality/main.ts [--rounds N] [--json]
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import type { FileQuality } from '../../../electron/engine/modalities/define.ts';
import { QUALITY } from '../../../electron/engine/modalities/index.ts';
import { goldenPath, goldens } from '../../golden/golden-files.ts';

interface Case {
  readonly group: 'image' | 'audio' | 'mesh' | 'cloud';
  readonly name: string;
  readonly quality: FileQuality;
  readonly officialMs: number;
}

/** Issue bar and aim, times as fast as the official code. */
const BARS = {
  image: { bar: 4, aim: 8 },
  audio: { bar: 12, aim: 25 },
  mesh: { bar: 2, aim: 4 },
  cloud: { bar: 10, aim: 20 },
} as const;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '12' },
    json: { type: 'boolean', default: false },
  },
});
sharp.concurrency(1);
sharp.cache(false); // a file decoded before must not be a gift

const cases: Case[] = [
  ...Object.entries(goldens.image).map(([name, { clean_time }]) => ({
    group: 'image' as const,
    name,
    quality: QUALITY.image,
    officialMs: clean_time.evaluate_s * 1000,
  })),
  ...Object.entries(goldens.audio).map(([name, { clean_time }]) => ({
    group: 'audio' as const,
    name,
    quality: QUALITY.audio,
    officialMs: clean_time.s * 1000,
  })),
  ...Object.entries(goldens['3d']).map(([name, { type, clean_time }]) => ({
    group: type === 'mesh' ? ('mesh' as const) : ('cloud' as const),
    name,
    quality: QUALITY.threeD,
    officialMs: clean_time.s * 1000,
  })),
];

/** Round by round over all files, so that a slow moment of the machine hits one run of each. */
const best = cases.map(() => ({ cpuMs: Infinity, clockMs: Infinity }));
for (let round = 0; round < Number(values.rounds); round++) {
  for (const [i, { name, quality }] of cases.entries()) {
    const clock = performance.now();
    const cpu = process.cpuUsage();
    await quality.scoreFile(goldenPath(name));
    const { user, system } = process.cpuUsage(cpu);
    const own = best[i]!;
    own.cpuMs = Math.min(own.cpuMs, (user + system) / 1000);
    own.clockMs = Math.min(own.clockMs, performance.now() - clock);
  }
}

const rows = cases.map(({ group, name, officialMs }, i) => ({
  group,
  name,
  ...best[i]!,
  officialMs,
  ratio: officialMs / best[i]!.cpuMs,
}));
const groups = Object.entries(BARS).map(([group, { bar, aim }]) => {
  const own = rows.filter((row) => row.group === group);
  const sum = (pick: (row: (typeof rows)[number]) => number) =>
    own.reduce((total, row) => total + pick(row), 0);
  const ratio = sum((row) => row.officialMs) / sum((row) => row.cpuMs);
  return { group, cpuMs: sum((row) => row.cpuMs), ratio, bar, aim, isMet: ratio >= bar };
});

if (values.json) process.stdout.write(`${JSON.stringify({ files: rows, groups }, undefined, 2)}\n`);
else {
  const print = (text: string) => process.stdout.write(`${text}\n`);
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
  const times = (value: number) => `${value.toFixed(1)} ×`.padStart(8);
  print(`${''.padEnd(28)}${'CPU'.padStart(10)}${'clock'.padStart(10)}${'official'.padStart(10)}`);
  for (const { name, cpuMs, clockMs, officialMs, ratio } of rows) {
    print(`${name.padEnd(28)}${ms(cpuMs)}${ms(clockMs)}${ms(officialMs)}${times(ratio)}`);
  }
  for (const { group, cpuMs, ratio, bar, aim, isMet } of groups) {
    const verdict = `bar ${bar} ×, aim ${aim} ×: ${isMet ? 'met' : 'MISSED'}`;
    print(`${group.padEnd(28)}${ms(cpuMs)}${times(ratio)}  ${verdict}`);
  }
}
process.exitCode = groups.every((group) => group.isMet) ? 0 : 1;
