// The tokens as a chart needs them: values, not names, because a picture that is saved has no stylesheet.
import { useSyncExternalStore } from 'react';
import type { ChartTone } from './chart-spec.ts';

/** Shapes and lines that tell tones apart without colour. */
export interface ToneLook {
  readonly colour: string;
  readonly symbol: 'circle' | 'rect' | 'triangle' | 'diamond';
  readonly dash: 'solid' | readonly number[];
  /** Angle of the hatching of bars, in radians; undefined: plain. */
  readonly hatch: number | undefined;
}

export interface ChartTheme {
  readonly font: string;
  /** What a chart stands on in the page. */
  readonly bg: string;
  readonly panel: string;
  readonly raise: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly dim: string;
  readonly faint: string;
  readonly accent: string;
  readonly tones: Readonly<Record<ChartTone, ToneLook>>;
}

function readTheme(): ChartTheme {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const tone = (
    name: string,
    symbol: ToneLook['symbol'],
    dash: ToneLook['dash'],
    hatch?: number,
  ): ToneLook => ({ colour: token(name), symbol, dash, hatch });
  return {
    font: token('font-ui'),
    bg: token('bg'),
    panel: token('panel'),
    raise: token('raise'),
    line: token('line'),
    lineStrong: token('line-strong'),
    text: token('text'),
    dim: token('dim'),
    faint: token('faint'),
    accent: token('accent'),
    tones: {
      a: tone('model-a', 'circle', 'solid'),
      b: tone('model-b', 'rect', [7, 4], -Math.PI / 4),
      c: tone('model-c', 'triangle', [2, 3], Math.PI / 4),
      d: tone('model-d', 'diamond', [9, 3, 2, 3], 0),
      neutral: tone('faint', 'circle', 'solid'),
      shaded: tone('dim', 'rect', [7, 4], -Math.PI / 4),
    },
  };
}

let shown: { readonly name: string | undefined; readonly theme: ChartTheme } | undefined;

function currentTheme(): ChartTheme {
  const name = document.documentElement.dataset['theme'];
  if (shown?.name !== name || shown === undefined) shown = { name, theme: readTheme() };
  return shown.theme;
}

function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** The tokens of the theme that is shown; new ones as soon as it changes. */
export function useChartTheme(): ChartTheme {
  return useSyncExternalStore(onThemeChange, currentTheme);
}
