import type { Syllable } from '../sound/bird.ts';
import { finish, plot } from './chart.ts';
import { COLOR } from './palette.ts';
import { line, polyline, rect, text, type Drawing, type Point } from './svg.ts';

export interface SpectrogramLook {
  readonly title: string;
  readonly seconds: number;
  readonly dark: string;
  readonly ink: string;
  readonly notes?: readonly { at: number; kHz: number; label: string }[];
}

/** A drawn spectrogram of a song: time across, frequency up, every syllable a stroke with a glow. */
export function songSpectrogram(song: readonly Syllable[], look: SpectrogramLook): Drawing {
  const ticks = Array.from({ length: Math.floor(look.seconds * 2) + 1 }, (_, i) => i / 2);
  const options = {
    title: look.title,
    x: { label: 'time / s', min: 0, max: look.seconds, ticks },
    y: { label: 'frequency / kHz', min: 0, max: 8, ticks: [0, 2, 4, 6, 8] },
    height: 620,
  };
  const frame = plot(options);
  const { left, right, top, bottom } = frame;
  frame.parts.push(rect(left, top, right - left, bottom - top, { fill: look.dark }));
  for (const kHz of [2, 4, 6])
    frame.parts.push(
      line(left, frame.y(kHz), right, frame.y(kHz), { stroke: '#fff', opacity: 0.12 }),
    );
  for (const one of song) {
    const stroke = Array.from({ length: 9 }, (_, i): Point => {
      const u = i / 8;
      return [frame.x(one.at + one.length * u), frame.y(one.from + (one.to - one.from) * u)];
    });
    for (const [width, opacity] of [
      [26, 0.14],
      [15, 0.3],
      [7, 1],
    ] as const)
      frame.parts.push(
        polyline(stroke, { stroke: look.ink, strokeWidth: width, opacity, strokeLinecap: 'round' }),
      );
  }
  for (const note of look.notes ?? [])
    frame.parts.push(
      text(frame.x(note.at), frame.y(note.kHz), note.label, 20, {
        fill: COLOR.paper,
        textAnchor: 'middle',
      }),
    );
  return finish(frame, options);
}
