import { expect, test } from 'vitest';
import { stepFrame } from './frame-step.ts';

/** A film of frames that begin at these times. */
function filmOf(begins: readonly number[], durationS: number) {
  const looks: number[] = [];
  return {
    ...{ durationS, looks },
    showAt: async (timeS: number) => {
      looks.push(timeS);
      return begins.findLast((begin) => begin <= timeS + 1e-9) ?? begins[0] ?? 0;
    },
  };
}

const even = Array.from({ length: 50 }, (_, frame) => frame / 25);
const uneven = [0, 0.04, 0.08, 0.5, 0.51, 0.52, 1.4, 1.44];

test('every frame of an even film is visited once, forward and back, one look a step', async () => {
  const film = filmOf(even, 2);
  let shown = 0;
  for (const begin of even.slice(1)) {
    shown = await stepFrame(film, shown, 1, 1 / 25);
    expect(shown).toBe(begin);
  }
  for (const begin of even.slice(0, -1).reverse()) {
    shown = await stepFrame(film, shown, -1, 1 / 25);
    expect(shown).toBe(begin);
  }
  expect(film.looks).toHaveLength(98);
});

test('every frame of an uneven film is visited once, whether its rate is known or not', async () => {
  for (const frameS of [undefined, 1 / 100]) {
    const film = filmOf(uneven, 1.48);
    let shown = 0;
    const forward: number[] = [];
    for (let step = 0; step < 7; step++)
      forward.push((shown = await stepFrame(film, shown, 1, frameS)));
    const back: number[] = [];
    for (let step = 0; step < 7; step++)
      back.push((shown = await stepFrame(film, shown, -1, frameS)));

    expect(forward).toEqual(uneven.slice(1));
    expect(back).toEqual(uneven.slice(0, -1).reverse());
  }
});

test('both ends are ends, and what is shown is the frame that is told', async () => {
  const film = filmOf(uneven, 1.48);

  expect(await stepFrame(film, 1.44, 1, 1 / 25)).toBe(1.44);
  expect(await stepFrame(film, 0, -1, 1 / 25)).toBe(0);
  await stepFrame(film, 0.08, 1, 1 / 25);
  expect(film.looks.at(-1)).toBeGreaterThanOrEqual(0.5);
  expect(film.looks.at(-1)).toBeLessThan(0.51);
});
