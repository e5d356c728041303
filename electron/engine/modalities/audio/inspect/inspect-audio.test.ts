import { fileURLToPath } from 'node:url';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, assert, describe, test } from 'vitest';
import { Inspection } from '../../../../../shared/model/quality.ts';
import { MAX_FINDINGS } from '../../define-inspection.ts';
import { audioInspector } from '../index.ts';
import { inspectAudio } from './inspect-audio.ts';
import { concat, noise, sine } from '../../../../../tests/builders/sounds.ts';

const RATE = 48_000;
const dir = mkdtempSync(join(tmpdir(), 'inspect-audio-'));
afterAll(() => rmSync(dir, { recursive: true }));

function inspect(...channels: Float32Array[]) {
  const outcome = inspectAudio({ channels, sampleRateHz: RATE });
  assert(outcome.status === 'inspected', JSON.stringify(outcome));
  return outcome.inspection;
}
const golden = (name: string) =>
  fileURLToPath(new URL(`../../../../../tests/golden/media/audio/${name}`, import.meta.url));
async function inspectGolden(name: string) {
  const outcome = await audioInspector.inspectFile(golden(name));
  assert(outcome.status === 'inspected', JSON.stringify(outcome));
  return outcome.inspection;
}

describe('the inspection of a recording', () => {
  test('places clipping in time', () => {
    const samples = sine(4, 440, 0.3);
    samples.fill(1, RATE, RATE + 5);
    samples.fill(-1, RATE + 1000, RATE + 1005); // 21 ms later: the same place
    samples.fill(1, 3 * RATE, 3 * RATE + 480);

    const { findings, figures } = inspect(samples);

    const clipping = findings.filter(({ kind }) => kind === 'clipping');
    assert.deepEqual(
      clipping.map(({ startMs, endMs }) => [startMs, endMs]),
      [
        [1000, 1021],
        [3000, 3010],
      ],
    );
    assert.equal(figures['clipped runs']?.value, 3);
    assert.equal(figures['longest clipped run']?.value, 480);
  });

  test('tells a DC offset of each channel', () => {
    const { findings, figures } = inspect(
      noise(1, 0.1),
      noise(1, 0.1, RATE, 5).map((x) => x - 0.05),
    );

    assert.approximately(figures['DC offset, left']!.value!, 0, 1e-3);
    assert.approximately(figures['DC offset, right']!.value!, -0.05, 1e-3);
    assert.deepEqual(
      findings.filter(({ kind }) => kind === 'dc-offset').map(({ message }) => message),
      ['DC offset of -5.0 % of full scale, right'],
    );
  });

  test('tells mono in stereo, an inverted and a silent channel', () => {
    const sound = noise(1, 0.1);
    const kindsOf = (second: Float32Array) => inspect(sound, second).findings.map((f) => f.kind);

    assert.include(kindsOf(sound), 'identical-channels');
    assert.include(kindsOf(sound.map((x) => -x)), 'inverted-channel');
    assert.include(kindsOf(new Float32Array(RATE)), 'silent-channel');
    assert.isEmpty(kindsOf(noise(1, 0.1, RATE, 99)));
  });

  test('hears the kind of a sound whose channels cancel each other', () => {
    const sound = noise(4, 0.2);

    const { type } = inspect(
      sound,
      sound.map((x) => -x),
    );

    assert.equal(type, 'Noise');
  });

  test('tells long silence at the ends and that all is silent', () => {
    const padded = inspect(
      concat(new Float32Array(3 * RATE), noise(2, 0.2), new Float32Array(RATE)),
    );
    const silent = inspect(new Float32Array(2 * RATE), new Float32Array(2 * RATE));

    const edges = padded.findings.filter(({ kind }) => kind === 'silence');
    assert.deepEqual(
      edges.map(({ startMs, endMs }) => [startMs, endMs]),
      [[0, 3000]],
    );
    assert.equal(silent.type, 'Silence');
    assert.deepEqual(
      silent.findings.map(({ kind }) => kind),
      ['silence'],
    );
  });

  test('does not list more findings than are allowed', () => {
    const samples = sine(200, 50, 0.3);
    for (let i = 0; i < 380; i++) {
      samples.fill(1, i * 25_000 + 100, i * 25_000 + 105);
      samples.fill(0, i * 25_000 + 10_200, i * 25_000 + 10_400);
    }

    const { findings, figures } = inspect(samples);

    assert.isAbove(figures['clipped runs']!.value!, 300);
    assert.isAbove(figures['dropouts']!.value!, 100);
    assert.isAtMost(findings.length, MAX_FINDINGS);
  });

  test('keeps every figure finite and in its range, whatever comes', () => {
    const hostile = [
      [new Float32Array(1)],
      [new Float32Array([1])],
      [new Float32Array(100).fill(-1)],
      [new Float32Array(RATE).fill(1)],
      [Float32Array.from({ length: RATE }, (_, i) => (i % 2 ? 1 : -1))],
      [Float32Array.from({ length: RATE }, (_, i) => (i % 20_000 === 500 ? 1 : 0))],
      [sine(1, 440, 1e-30)],
      [sine(1, 23_999, 0.5), sine(1, 10, 1)],
      Array.from({ length: 8 }, (_, c) => noise(0.5, 0.1, RATE, c + 1)),
    ];

    for (const channels of hostile) {
      const inspection = inspect(...channels);
      assert.isTrue(Inspection.safeParse(inspection).success);
      for (const [name, { value, range, role }] of Object.entries(inspection.figures)) {
        assert.equal(role, 'diagnostic', name);
        if (value === undefined) continue;
        assert.isTrue(value >= range[0] && value <= range[1], `${name} = ${value}`);
      }
    }
  });
});

describe('real files', () => {
  test.each(['speech.wav', 'speech.mp3', 'speech_24000.wav', 'speech_noise10db.wav'])(
    '%s is taken for speech',
    async (name) => assert.equal((await inspectGolden(name)).type, 'Speech'),
  );

  test.each(['music.wav', 'music_clipped.wav', 'drums.flac'])(
    '%s is taken for music',
    async (name) => assert.equal((await inspectGolden(name)).type, 'Music or tones'),
  );

  test('of noise and silence are taken for what they are', async () => {
    assert.equal((await inspectGolden('white_noise.wav')).type, 'Noise');
    assert.equal((await inspectGolden('silence.wav')).type, 'Silence');
  });

  test('agree with FFmpeg in loudness and true peak', async () => {
    // ffmpeg 5.1 -af ebur128=peak=true, which prints one digit
    const expected = [
      ['speech.wav', -22.2, -4.4],
      ['speech.mp3', -22.6, -4.9],
      ['music_clipped.wav', -8.1, 0.1],
      ['drums.flac', -21.6, -1.8],
    ] as const;

    for (const [name, lufs, dbtp] of expected) {
      const { figures } = await inspectGolden(name);
      assert.approximately(figures['integrated loudness']!.value!, lufs, 0.06, name);
      assert.approximately(figures['true peak']!.value!, dbtp, 0.1, name);
    }
  });
});

describe('a recording that cannot be inspected says why', () => {
  test.each([
    ['empty.wav', Buffer.alloc(0), 'media-broken'],
    ['text.mp3', Buffer.from('not a sound'), 'media-broken'],
  ])('%s', async (name, bytes, code) => {
    writeFileSync(join(dir, name), bytes);

    const outcome = await audioInspector.inspectFile(join(dir, name));

    assert(outcome.status === 'unscored');
    assert.equal(outcome.code, code);
    assert.isNotEmpty(outcome.reason);
  });

  test('when there is no file, no sample or no number', async () => {
    const codes = [
      await audioInspector.inspectFile(join(dir, 'none.wav')),
      inspectAudio({ channels: [], sampleRateHz: RATE }),
      inspectAudio({ channels: [new Float32Array(0)], sampleRateHz: RATE }),
      inspectAudio({ channels: [new Float32Array([0, NaN])], sampleRateHz: RATE }),
    ].map((outcome) => outcome.status === 'unscored' && outcome.code);

    assert.deepEqual(codes, [
      'media-missing',
      'media-too-small',
      'media-too-small',
      'media-broken',
    ]);
  });
});
