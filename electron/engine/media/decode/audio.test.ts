import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, assert, describe, test } from 'vitest';
import { audioQuality } from '../../modalities/audio/index.ts';
import { decodeAudio } from './audio.ts';

const dir = mkdtempSync(join(tmpdir(), 'decode-audio-'));
afterAll(() => rmSync(dir, { recursive: true }));

const golden = (name: string) =>
  readFileSync(
    fileURLToPath(new URL(`../../../../tests/golden/media/audio/${name}`, import.meta.url)),
  );
const save = (name: string, bytes: Buffer): string => {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
};

interface Wav {
  readonly rate?: number;
  readonly channels?: number;
  readonly bits?: number;
  readonly codec?: number;
  readonly data: Buffer;
  readonly declared?: number;
}

const wav = ({
  rate = 48_000,
  channels = 1,
  bits = 16,
  codec = 1,
  data,
  declared,
}: Wav): Buffer => {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(codec, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE((rate * channels * bits) / 8, 28);
  head.writeUInt16LE((channels * bits) / 8, 32);
  head.writeUInt16LE(bits, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(declared ?? data.length, 40);
  return Buffer.concat([head, data]);
};
const pcm16 = (...values: number[]) => Buffer.from(Int16Array.from(values).buffer);

describe('a recording that cannot be scored says why', () => {
  const codeOf = async (path: string) => {
    const outcome = await audioQuality.scoreFile(path);
    assert(outcome.status === 'unscored', JSON.stringify(outcome));
    assert.isNotEmpty(outcome.reason);
    return outcome.code;
  };

  test('when there is no file', async () => {
    assert.equal(await codeOf(join(dir, 'none.wav')), 'media-missing');
  });

  test('when the file is empty', async () => {
    assert.equal(await codeOf(save('empty.wav', Buffer.alloc(0))), 'media-broken');
  });

  test('when it holds no samples', async () => {
    assert.include(
      ['media-broken', 'media-too-small'],
      await codeOf(save('zero.wav', wav({ data: Buffer.alloc(0) }))),
    );
  });

  test('when it is shorter than one loudness block', async () => {
    const data = pcm16(...Array.from({ length: 9600 }, (_, i) => Math.sin(i / 9) * 9000));

    assert.equal(await codeOf(save('short.wav', wav({ data }))), 'media-too-small');
  });

  test('when a WAV is cut off', async () => {
    const bytes = golden('speech.wav');

    assert.equal(await codeOf(save('cut.wav', bytes.subarray(0, 90_000))), 'media-broken');
  });

  test('when a FLAC is cut off', async () => {
    const bytes = golden('drums.flac');

    assert.equal(await codeOf(save('cut.flac', bytes.subarray(0, 40_000))), 'media-broken');
  });

  test('when an MP3 is cut off', async () => {
    const bytes = golden('speech.mp3');

    assert.equal(await codeOf(save('cut.mp3', bytes.subarray(0, 9_000))), 'media-broken');
  });

  test('when it is text', async () => {
    assert.equal(await codeOf(save('text.mp3', Buffer.from('not a sound'))), 'media-broken');
  });

  test('when it is a picture', async () => {
    const png = readFileSync(
      fileURLToPath(new URL('../../../../tests/golden/media/image/flat.png', import.meta.url)),
    );

    assert.equal(await codeOf(save('picture.wav', png)), 'unsupported');
  });

  test('when its samples are not numbers', async () => {
    const data = Buffer.from(new Float32Array(48_000).fill(NaN).buffer);

    assert.equal(await codeOf(save('nan.wav', wav({ bits: 32, codec: 3, data }))), 'media-broken');
  });

  test.each([1, 4_000_000_000])('when its header says %i samples a second', async (rate) => {
    const bytes = wav({ data: Buffer.alloc(96_000) });
    bytes.writeUInt32LE(rate, 24);

    assert.equal(await codeOf(save('rate.wav', bytes)), 'media-broken');
  });

  test('when random bytes follow a header of another codec', async () => {
    const data = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256));

    const code = await codeOf(
      save('odd.mp3', Buffer.concat([golden('speech.mp3').subarray(0, 300), data])),
    );
    assert.include(['media-broken', 'media-too-small', 'unsupported'], code);
  });
});

describe('decoding', () => {
  const decoded = async (name: string, bytes: Buffer) => {
    const result = await decodeAudio(save(name, bytes));
    assert(result.status === 'decoded', JSON.stringify(result));
    return result;
  };

  test('scales 16 bits by 32,768 on either side of 0', async () => {
    const { value } = await decoded('16.wav', wav({ data: pcm16(32767, -32768, 16384, 0) }));

    assert.deepEqual([...value.channels[0]!], [32767 / 32768, -1, 0.5, 0]);
  });

  test('reads 8, 24 and 32 bits and floats alike', async () => {
    const eight = Buffer.from([192, 64]);
    const deep = Buffer.from([0, 0, 0x40, 0, 0, 0xc0]);
    const whole = Buffer.from(Int32Array.from([2 ** 30, -(2 ** 30)]).buffer);
    const float = Buffer.from(Float32Array.from([0.5, -0.5]).buffer);

    for (const [name, bits, codec, data] of [
      ['8', 8, 1, eight],
      ['24', 24, 1, deep],
      ['32', 32, 1, whole],
      ['float', 32, 3, float],
    ] as const) {
      const { value } = await decoded(`${name}.wav`, wav({ bits, codec, data }));
      assert.deepEqual([...value.channels[0]!], [0.5, -0.5], name);
    }
  });

  test('keeps channels apart', async () => {
    const { value } = await decoded(
      '2.wav',
      wav({ channels: 2, data: pcm16(8192, -8192, 0, 16384) }),
    );

    assert.deepEqual([...value.channels[0]!], [0.25, 0]);
    assert.deepEqual([...value.channels[1]!], [-0.25, 0.5]);
  });

  test('reads to the end when the header leaves the length open', async () => {
    const data = pcm16(1, 2, 3);

    const { value } = await decoded('open.wav', wav({ data, declared: 0xffffffff }));

    assert.equal(value.channels[0]!.length, 3);
  });

  test('says that the extension is wrong, and reads by the bytes', async () => {
    const { notes } = await decoded('speech.flac', golden('speech.mp3'));

    assert.isTrue(notes.some((note) => note.includes('MP3')));
  });

  test('looks at the first 600 s of a long recording, and says so', async () => {
    const data = Buffer.alloc(2 * 8000 * 605);

    const { value, notes } = await decoded('long.wav', wav({ rate: 8000, data }));

    assert.equal(value.channels[0]!.length, 600 * 8000);
    assert.isTrue(notes.some((note) => note.includes('600 s')));
  });
});
