// Plays two media beside each other for thirty seconds and reads their clocks in one task, ten times a
// second. Judged is what is left once they have come together, and where they are at the end.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { startHarnessServer } from '../../e2e/viewers/support/server.ts';
import type { CardSpec } from '../../viewers/harness.tsx';
import { launchChromium } from '../app/browser.ts';
import type { Figure } from '../figures.ts';

const SECONDS = 30;
/** By then a start of different speed has been made up for. */
const SETTLED_S = 5;
const FRAME_MS = 1000 / 25;

export async function measureLockstep(dir: string): Promise<readonly Figure[]> {
  const page = mkdtempSync(join(tmpdir(), 'unim-loupe-bench-harness-'));
  const configFile = new URL('../../viewers/vite.config.ts', import.meta.url).pathname;
  await build({ configFile, build: { outDir: page } });
  const server = await startHarnessServer(page, [dir]);
  const browser = await launchChromium();
  try {
    const measure = async (modality: 'audio' | 'video', files: readonly string[]) => {
      const tab = await browser.newPage({ viewport: { width: 1280, height: 760 } });
      await tab.goto(server.url);
      await tab.waitForFunction(() => 'harness' in window);
      const samples = await playTogether(tab, modality, files);
      await tab.close();
      return samples;
    };
    const sounds = await measure('audio', ['one.mp3', 'other.wav', 'third.wav']);
    const films = await measure('video', ['one.mp4', 'other.mp4']);
    return [
      ...figuresOf('three sounds', sounds, 20),
      ...figuresOf('two 480p films', films, FRAME_MS),
    ];
  } finally {
    await browser.close();
    await server.close();
    rmSync(page, { recursive: true, force: true });
  }
}

/** Milliseconds between the earliest and the latest, in order of time; beside when it was seen. */
type Samples = readonly (readonly [atS: number, apartMs: number])[];

async function playTogether(
  page: Page,
  modality: 'audio' | 'video',
  files: readonly string[],
): Promise<Samples> {
  await page.evaluate(() => {
    const made: HTMLMediaElement[] = [];
    Object.assign(window, { made });
    window.Audio = new Proxy(Audio, {
      construct(target, args: [string?]) {
        const element = new target(...args);
        made.push(element);
        return element;
      },
    });
  });
  const specs: CardSpec[] = files.map((file) => ({ tag: `${modality}1`, modality, file }));
  await page.evaluate((cards) => window.harness.compare(cards), specs);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  return page.evaluate(async (seconds) => {
    const { made } = window as unknown as { made: HTMLMediaElement[] };
    const media = () => [...made, ...document.querySelectorAll('video')];
    const isRunning = () =>
      media().length > 1 && media().every(({ currentTime }) => currentTime > 0);
    while (!isRunning()) await new Promise((next) => setTimeout(next, 10));
    const samples: [number, number][] = [];
    for (;;) {
      const times = media().map(({ currentTime }) => currentTime);
      const latest = Math.max(...times);
      samples.push([latest, (latest - Math.min(...times)) * 1000]);
      if (latest >= seconds) return samples;
      await new Promise((next) => setTimeout(next, 100));
    }
  }, SECONDS);
}

function figuresOf(what: string, samples: Samples, barMs: number): Figure[] {
  const within = (fromS: number, toS: number) =>
    samples.filter(([atS]) => atS >= fromS && atS <= toS).map(([, apart]) => apart);
  const settled = within(SETTLED_S, Infinity);
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  return [
    {
      name: `Apart after ${SECONDS} s, ${what}`,
      value: middle(within(SECONDS - 1, Infinity)),
      unit: 'ms',
      bar: barMs,
      note: `middle of the last second; load ${load}`,
    },
    { name: `Apart from ${SETTLED_S} s on, ${what}`, value: middle(settled), unit: 'ms' },
    {
      name: `Apart at most from ${SETTLED_S} s on, ${what}`,
      value: Math.max(...settled),
      unit: 'ms',
      note: 'where the machine has no time for its sound',
    },
  ];
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
