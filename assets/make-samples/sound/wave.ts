/** Mono samples in [-1, 1] and their rate. */
export interface Sound {
  readonly samples: Float32Array;
  readonly rateHz: number;
}

/** Mono 16-bit PCM WAV. */
export function encodeWav(sound: Sound): Buffer {
  const { samples, rateHz } = sound;
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0, 'ascii');
  bytes.writeUInt32LE(36 + samples.length * 2, 4);
  bytes.write('WAVEfmt ', 8, 'ascii');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rateHz, 24);
  bytes.writeUInt32LE(rateHz * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'ascii');
  bytes.writeUInt32LE(samples.length * 2, 40);
  for (const [i, value] of samples.entries())
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32767), 44 + i * 2);
  return bytes;
}

/** Reads the mono 16-bit WAV that espeak-ng writes; the data chunk is taken to the end of the file. */
export function decodeWav(bytes: Buffer): Sound {
  const data = bytes.indexOf('data', 12, 'ascii') + 8;
  const samples = new Float32Array(Math.floor((bytes.length - data) / 2));
  for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(data + i * 2) / 32768;
  return { samples, rateHz: bytes.readUInt32LE(24) };
}

/** Silence of a length, to be drawn into. */
export function silence(seconds: number, rateHz: number): Sound {
  return { samples: new Float32Array(Math.round(seconds * rateHz)), rateHz };
}

/** Adds `voice(t)` from `startS` for `lengthS` seconds; `t` counts from the start of the note. */
export function add(
  sound: Sound,
  startS: number,
  lengthS: number,
  voice: (t: number) => number,
): void {
  const from = Math.round(startS * sound.rateHz);
  const n = Math.min(Math.round(lengthS * sound.rateHz), sound.samples.length - from);
  for (let i = 0; i < n; i++)
    sound.samples[from + i] = (sound.samples[from + i] ?? 0) + voice(i / sound.rateHz);
}

/** Scales so that the loudest sample has `peak`. */
export function normalised(sound: Sound, peak = 0.8): Sound {
  const max = sound.samples.reduce((m, v) => Math.max(m, Math.abs(v)), 1e-9);
  return { ...sound, samples: sound.samples.map((v) => (v * peak) / max) };
}
