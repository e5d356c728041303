import type { Page } from '@playwright/test';
import type { CardSpec } from '../../viewers/harness.tsx';
import { canMakeClips } from '../../builders/make-clip.ts';
import { expect, test, type Viewers } from './support/fixtures.ts';
import { UNEVEN_FRAMES } from './support/timed-media.ts';

interface Playing {
  readonly at: number;
  readonly volume: number;
  readonly isPaused: boolean;
}

const items = (modality: 'audio' | 'video', ...files: readonly string[]): CardSpec[] =>
  files.map((file) => ({ tag: `${modality}1`, modality, file }));

/** Sounds are in no document: remembers those that are made from now on. */
async function compareSounds({ page, compare }: Viewers, ...files: readonly string[]) {
  await page.evaluate(() => {
    const made: HTMLAudioElement[] = [];
    Object.assign(window, { made });
    window.Audio = new Proxy(Audio, {
      construct(target, args: [string?]) {
        const element = new target(...args);
        made.push(element);
        return element;
      },
    });
  });
  await compare(items('audio', ...files));
}

const soundsOf = (page: Page): Promise<Playing[]> =>
  page.evaluate(() =>
    (window as unknown as { made: HTMLAudioElement[] }).made
      .filter((element) => element.hasAttribute('src'))
      .map(({ currentTime: at, volume, paused: isPaused }) => ({ at, volume, isPaused })),
  );

const filmsOf = (page: Page): Promise<Playing[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('video')].map(({ currentTime: at, volume, paused }) => ({
      ...{ at, volume },
      isPaused: paused,
    })),
  );

const positions = async (page: Page) => (await soundsOf(page)).map(({ at }) => at);

test('sounds play together, one is heard, and another takes over where it is', async ({
  viewers,
}) => {
  const { page } = viewers;
  await compareSounds(viewers, 'low.wav', 'rising.wav');
  const slider = page.getByRole('slider', { name: 'Position in all' });
  await expect(slider).toHaveAttribute('aria-valuetext', '0:00 of 0:08');

  await slider.focus();
  await page.keyboard.press('Space');
  await expect.poll(async () => Math.min(...(await positions(page)))).toBeGreaterThan(0.5);
  expect((await soundsOf(page)).map(({ volume }) => volume)).toEqual([1, 0]);
  await page.keyboard.press('2');
  await expect.poll(async () => (await soundsOf(page)).map(({ volume }) => volume)).toEqual([0, 1]);
  const [first = 0, second = 0] = await positions(page);
  await page.keyboard.press('Space');

  expect(first).toBeGreaterThan(0.5);
  expect(Math.abs(first - second)).toBeLessThan(0.2);
  // it goes on where it stood, however long it stood there
  await page.evaluate(() => new Promise((next) => setTimeout(next, 1500)));
  const [paused = 0] = await positions(page);
  const start = page.evaluate(
    () =>
      new Promise<number>((tell) => {
        const [sound] = (window as unknown as { made: HTMLAudioElement[] }).made;
        sound?.addEventListener('playing', () => tell(sound.currentTime), { once: true });
      }),
  );
  await page.keyboard.press('Space');
  expect(Math.abs((await start) - paused)).toBeLessThan(0.3);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Hear A' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect((await soundsOf(page)).every(({ isPaused }) => isPaused)).toBe(true);
  expect(viewers.errors).toEqual([]);
});

test('one with an offset waits for its time, and the clock has room for both', async ({
  viewers,
}) => {
  const { page } = viewers;
  await compareSounds(viewers, 'two-seconds.wav', 'two-seconds.wav');
  await page.getByRole('spinbutton', { name: 'Offset of A in seconds' }).fill('1.5');
  const slider = page.getByRole('slider', { name: 'Position in all' });
  await expect(slider).toHaveAttribute('aria-valuetext', '0:00 of 0:03');

  await page.evaluate(() => {
    const seen: number[][] = [];
    const { made } = window as unknown as { made: HTMLAudioElement[] };
    Object.assign(window, { seen });
    setInterval(() => seen.push(made.map(({ currentTime }) => currentTime)), 20);
  });
  await slider.focus();
  await page.keyboard.press('Space');
  // it lasts 2 s and ends 1.5 s behind the first
  await expect.poll(async () => (await positions(page))[1]).toBeGreaterThan(1.9);
  const seen = await page.evaluate(() => (window as unknown as { seen: number[][] }).seen);

  // before its time has come it stands; then it follows, however late its player got going
  for (const [, second] of seen.filter(([first = 0]) => first > 0.1 && first < 1.3))
    expect(second).toBe(0);
  const apart = seen
    .filter(([first = 0, second = 0]) => first > 1.5 && first < 1.95 && second > 0)
    .map(([first = 0, second = 0]) => first - 1.5 - second)
    .toSorted((one, other) => one - other);
  expect(apart.length).toBeGreaterThan(0);
  expect(Math.abs(apart[Math.floor(apart.length / 2)] ?? 9)).toBeLessThan(0.25);
});

test('a region dragged over the sounds is played again and again', async ({ viewers }) => {
  const { page } = viewers;
  await compareSounds(viewers, 'low.wav', 'rising.wav');
  const slider = page.getByRole('slider', { name: 'Position in all' });
  await expect(slider).toHaveAttribute('aria-valuetext', '0:00 of 0:08');
  const box = (await slider.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.25, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.375, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Loop the region' })).toHaveText(/^2\.0.–3\.0.$/);

  await page.keyboard.press('Space');
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    const { made } = window as unknown as { made: HTMLAudioElement[] };
    setInterval(() => seen.push(made[0]?.currentTime ?? 0), 10);
  });
  const jumps = () =>
    page.evaluate(() => {
      const { seen } = window as unknown as { seen: number[] };
      return seen.filter((at, index) => at < (seen[index - 1] ?? 0) - 0.5).length;
    });
  await expect.poll(jumps).toBeGreaterThanOrEqual(2);
  const [least, most] = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: number[] };
    return [Math.min(...seen), Math.max(...seen)];
  });
  expect(least).toBeGreaterThan(1.9);
  expect(most).toBeLessThan(3.4);

  await page.keyboard.press('Backspace');
  await expect(page.getByRole('button', { name: 'Loop', exact: true })).toBeVisible();
});

test('the large view draws the spectrogram: other frequencies, another picture', async ({
  viewers,
}) => {
  const { page, show } = viewers;
  await show(items('audio', 'rising.wav'));
  await page.getByRole('button', { name: 'Open audio1 large' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('slider', { name: 'Position in audio1' })).toBeFocused();
  await dialog.getByRole('combobox', { name: 'Picture' }).selectOption('spectrogram');
  await dialog.getByRole('combobox', { name: 'Frequencies' }).selectOption('linear');
  /** Height, from the bottom, of the darkest pixel of a column in light colours. */
  const strongest = (share: number) =>
    dialog.getByRole('img', { name: 'Sound of audio1' }).evaluate((element, x) => {
      const canvas = element as HTMLCanvasElement;
      const context = canvas.getContext('2d')!;
      const { data } = context.getImageData(Math.round(x * canvas.width), 0, 1, canvas.height);
      let best = 0;
      const sum = (y: number) => data[y * 4]! + data[y * 4 + 1]! + data[y * 4 + 2]!;
      for (let y = 1; y < canvas.height; y++) if (sum(y) < sum(best)) best = y;
      return 1 - (best + 0.5) / canvas.height;
    }, share);

  // 600 and 2500 of 4000 Hz
  await expect.poll(() => strongest(0.25)).toBeCloseTo(0.15, 1);
  expect(await strongest(0.75)).toBeCloseTo(0.625, 1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a missing sound and one without samples keep no other from playing', async ({ viewers }) => {
  const { page, compare } = viewers;
  await compare([
    ...items('audio', 'no-samples.wav', 'two-seconds.wav'),
    {
      tag: 'audio1',
      modality: 'audio',
      media: { kind: 'missing', value: 'gone.wav', tried: [] },
    },
  ]);
  await expect(page.getByRole('status')).toContainText('no file to play');
  const slider = page.getByRole('slider', { name: 'Position in all' });
  await expect(slider).toHaveAttribute('aria-valuetext', '0:00 of 0:02');

  await slider.focus();
  await page.keyboard.press('Space');

  await expect(slider).toHaveAttribute('aria-valuetext', '0:02 of 0:02');
  expect(viewers.errors).toEqual([]);
});

test('films run together and are given back', async ({ viewers }) => {
  const { page, compare, clear, alive } = viewers;
  await compare(items('video', 'clip.webm', 'clip.mp4'));
  await page.getByRole('group', { name: 'Films in lockstep' }).focus();
  await page.keyboard.press('Space');
  await expect
    .poll(async () => Math.min(...(await filmsOf(page)).map(({ at }) => at)))
    .toBeGreaterThan(0.6);
  await page.keyboard.press('Space');
  // at rest both show the same moment
  await expect
    .poll(async () => {
      const [first, second] = await filmsOf(page);
      return Math.abs((first?.at ?? 0) - (second?.at ?? 9));
    })
    .toBeLessThan(0.01);

  await page.getByRole('button', { name: 'Strips of pictures' }).click();
  await expect(page.locator('[data-drawn="true"]')).toHaveCount(20);
  await clear();
  await expect.poll(async () => (await alive()).mediaElements).toBe(0);
  expect(viewers.errors).toEqual([]);
});

test('captions beside a film are read at their time, chosen by track, and put off', async ({
  viewers,
}) => {
  const { page, show } = viewers;
  await show(items('video', 'captioned.webm'));
  await page.getByRole('button', { name: 'Open video1 large' }).click();
  const dialog = page.getByRole('dialog');
  const words = dialog.locator('[data-captions]');
  const goTo = (timeS: string) =>
    dialog.getByRole('slider', { name: 'Position in video1' }).fill(timeS);
  await goTo('0.5');
  await expect(words).toHaveText('Ein Ball fällt. <b>Kein Markup.</b>');
  await goTo('1.5');
  await expect(words).toHaveCount(0);

  await goTo('0.5');
  await dialog.getByRole('combobox', { name: 'Caption track' }).selectOption('captioned.en.srt');
  await expect(words).toHaveText('A ball falls.');
  await dialog.getByRole('button', { name: 'Captions', exact: true }).click();
  await expect(words).toHaveCount(0);
  expect(viewers.errors).toEqual([]);
});

test('pictures from a film are kept, and are there at once when it is opened again', async ({
  viewers,
}) => {
  const { page, show, alive } = viewers;
  await show(items('video', 'clip.webm'));
  const drawn = page
    .getByRole('group', { name: 'Pictures from video1' })
    .locator('[data-drawn="true"]');
  await page.getByRole('button', { name: 'Open video1 large' }).click();
  await expect(drawn).toHaveCount(10);
  const first = () =>
    drawn
      .locator('canvas')
      .first()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const before = await first();
  await page.keyboard.press('Escape');
  await expect(drawn).toHaveCount(0);
  const { mediaElements } = await alive();

  await page.getByRole('button', { name: 'Open video1 large' }).click();

  await expect(drawn).toHaveCount(10);
  expect(await first()).toBe(before);
  // the player of the large view, and none that looks for pictures
  expect((await alive()).mediaElements).toBeLessThanOrEqual(mediaElements + 1);
  expect(viewers.errors).toEqual([]);
});

test('two films are parted by a line that the arrows move', async ({ viewers }) => {
  const { page, compare } = viewers;
  await compare(items('video', 'clip.webm', 'clip.mp4'));
  await page.getByRole('group', { name: 'Films in lockstep' }).focus();
  await page.keyboard.press('s');
  const line = page.getByRole('separator', { name: 'Line between both pictures' });
  const middle = async () => {
    const box = (await line.boundingBox())!;
    return box.x + box.width / 2;
  };
  await expect.poll(async () => Math.abs((await middle()) - 640)).toBeLessThan(1);

  await line.focus();
  await page.keyboard.press('ArrowRight');

  // 2 % of 1280
  await expect.poll(async () => Math.abs((await middle()) - 665.6)).toBeLessThan(1);
  const clips = () =>
    page
      .locator('video')
      .evaluateAll((films) =>
        films.map((film) => getComputedStyle(film.parentElement!.parentElement!).clipPath),
      );
  await expect.poll(clips).toEqual(['inset(0px 48% 0px 0px)', 'inset(0px 0px 0px 52%)']);
});

test.describe('with clips made here', () => {
  test.skip(!canMakeClips, 'needs ffmpeg');

  test('each frame of a film with an uneven rate is stepped to, forward and back', async ({
    viewers,
  }) => {
    const { page, compare } = viewers;
    await compare(items('video', 'uneven.mp4', 'even.mp4'));
    await page.getByRole('group', { name: 'Films in lockstep' }).focus();
    const frameShown = async () => {
      const [film] = await filmsOf(page);
      return UNEVEN_FRAMES.findLast((frame) => frame / 25 <= (film?.at ?? 0) + 1e-6);
    };
    await expect
      .poll(() =>
        page
          .locator('video')
          .first()
          .evaluate((film: HTMLVideoElement) => film.readyState),
      )
      .toBeGreaterThan(1);
    for (const [key, wanted] of [
      ...UNEVEN_FRAMES.slice(1, 8).map((frame) => ['.', frame] as const),
      ...UNEVEN_FRAMES.slice(3, 7)
        .reverse()
        .map((frame) => [',', frame] as const),
    ]) {
      await page.keyboard.press(key);
      await expect.poll(frameShown).toBe(wanted);
      // and the other film is at the same time
      await expect
        .poll(async () => {
          const [one, other] = await filmsOf(page);
          return Math.abs((one?.at ?? 0) - (other?.at ?? 9)) < 0.001;
        })
        .toBe(true);
    }
  });

  test('a film without a picture says so and is heard', async ({ viewers }) => {
    const { page, compare } = viewers;
    await compare(items('video', 'even.mp4', 'sound-only.mp4'));
    await expect(page.getByText('sound only, no picture')).toBeVisible();
    expect(viewers.errors).toEqual([]);
  });
});
