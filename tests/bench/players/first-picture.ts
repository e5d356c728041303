import { join } from 'node:path';
import { createPeaksReader } from '../../../electron/engine/media/peaks.ts';
import { createSpectrogramReader } from '../../../electron/engine/media/spectrogram.ts';
import type { Figure } from '../figures.ts';
import { LONG_FILES } from './make-files.ts';

/** The first ask of a fresh engine: its worker is started in it, and its decoder loaded. */
export async function measureFirstPictures(dir: string): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const never = new AbortController().signal;
  const order = { fromMs: 0, columns: 768, rows: 128, scale: 'mel', cacheDir: undefined } as const;
  for (const name of LONG_FILES) {
    const reader = createSpectrogramReader();
    const path = join(dir, name);
    const start = performance.now();
    const first = await reader.read({ ...order, path, isQuick: true }, never);
    const seconds = (performance.now() - start) / 1000;
    figures.push({
      name: `First spectrogram of 2 h, ${name}`,
      value: seconds,
      unit: 's',
      bar: 1,
      note: `${(first.coverage * 100).toFixed(2)} % looked at`,
    });
    const zoomStart = performance.now();
    const zoom = { ...order, fromMs: 3_600_000, toMs: 3_610_000, path, isQuick: true };
    await reader.read(zoom, never);
    figures.push({
      name: `Ten seconds in the middle of it, ${name}`,
      value: (performance.now() - zoomStart) / 1000,
      unit: 's',
    });
    reader.close();
    figures.push(await measureWaveform(path, name));
  }
  return figures;
}

async function measureWaveform(path: string, name: string): Promise<Figure> {
  const reader = createPeaksReader();
  const start = performance.now();
  const ask = { path, bins: 1200, isQuick: true, cacheDir: undefined };
  const first = await reader.read(ask, new AbortController().signal);
  const seconds = (performance.now() - start) / 1000;
  reader.close();
  const note = `${(first.coverage * 100).toFixed(2)} % looked at`;
  return { name: `First waveform of 2 h, ${name}`, value: seconds, unit: 's', bar: 1, note };
}
