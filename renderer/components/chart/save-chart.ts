import { saveFile } from '../whole-page/hand-over.ts';
import type { ChartSpec } from './chart-spec.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { PictureSize } from './draw/canvas.ts';

/** Offers the chart as a picture with its title. @throws what kept the picture from being made */
export async function saveChart(
  kind: 'svg' | 'png',
  spec: ChartSpec,
  theme: ChartTheme,
  size: PictureSize,
): Promise<void> {
  const { chartPicture } = await import('./draw/canvas.ts');
  saveFile(await chartPicture(kind, spec, theme, size), `${fileStem(spec.title)}.${kind}`);
}

/** A title as a file's name: words joined by hyphens. */
export function fileStem(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
