import type { AgentCommandKind } from '../../../../shared/model/agent.ts';
import { decodeAudio } from '../../media/decode/audio.ts';
import type { Decoded } from '../../media/decode/decoded.ts';
import { decodeImage } from '../../media/decode/image.ts';
import { decodeThreeD } from '../../media/decode/three-d.ts';
import { readMediaFacts } from '../../media/facts.ts';
import { typeLabel } from '../../media/type-names.ts';

/** Whether a file is what was ordered, in a sentence. */
export interface MadeCheck {
  readonly isRight: boolean;
  readonly message: string;
}

/**
 * Opens a file that was made as what it was ordered to be: pixels, samples and vertices are decoded; of a
 * video its header is read.
 *
 * @throws AppError 'unreadable'
 */
export async function checkMade(kind: AgentCommandKind, path: string): Promise<MadeCheck> {
  const { sizeBytes, detectedType, broken, warnings, ...facts } = await readMediaFacts(path);
  const named = detectedType === undefined ? 'a file' : typeLabel(detectedType);
  const what = `${named}, ${sizeBytes.toLocaleString('en')} bytes`;
  const read = broken ?? (await READ[kind](path, { ...facts, detectedType }));
  if (typeof read === 'string') {
    return { isRight: false, message: `It made ${what}, which is no ${NOUNS[kind]}: ${read}` };
  }
  return { isRight: true, message: [`It made ${what}, ${read.seen}.`, ...warnings].join(' ') };
}

const NOUNS: Readonly<Record<AgentCommandKind, string>> = {
  image: 'image',
  speech: 'sound',
  video: 'video',
  threeD: '3D object',
};

interface Seen {
  readonly seen: string;
}
interface Facts {
  readonly detectedType?: string | undefined;
  readonly durationMs?: number | undefined;
}
/** A string says why it is none. */
type Read = (path: string, facts: Facts) => Promise<Seen | string>;

const READ: Readonly<Record<AgentCommandKind, Read>> = {
  image: async (path) =>
    see(await decodeImage(path), ({ width, height }) => `${width} × ${height} pixels`),
  speech: async (path) =>
    see(await decodeAudio(path), ({ channels, sampleRateHz }) =>
      inSeconds((channels[0]?.length ?? 0) / sampleRateHz),
    ),
  video: (_, { detectedType, durationMs }) => {
    const isVideo = detectedType?.startsWith('video/') === true;
    const why = 'its first bytes are of no video.';
    const seen = durationMs === undefined ? 'of unknown length' : inSeconds(durationMs / 1000);
    return Promise.resolve(isVideo ? { seen } : why);
  },
  threeD: async (path) =>
    see(
      await decodeThreeD(path, { withPlyFaces: true }),
      ({ positions }) => `${(positions.length / 3).toLocaleString('en')} vertices`,
    ),
};

const inSeconds = (seconds: number) => `${seconds.toFixed(1)} s`;

function see<T>(decoded: Decoded<T>, words: (value: T) => string): Seen | string {
  return decoded.status === 'decoded' ? { seen: words(decoded.value) } : decoded.reason;
}
