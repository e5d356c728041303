// Apart from the making of prints, so that comparing them loads no decoder.

/** Length, and 31 × 16 bits as hex. */
export interface SoundPrint {
  readonly durationMs: number;
  readonly bits: string;
}

const MOST_DIFFERENT = 0.25; // Haitsma & Kalker take 0.35 for 8,192 bits; ours are fewer
const POPULATION = Uint8Array.from(
  { length: 16 },
  (_, digit) => digit.toString(2).replaceAll('0', '').length,
);

/** True when two prints are of the same recording, as far as they can tell. */
export function soundsAlike(a: SoundPrint, b: SoundPrint): boolean {
  if (Math.abs(a.durationMs - b.durationMs) > 150 + 0.02 * a.durationMs) return false;
  const most = a.bits.length * 4 * MOST_DIFFERENT;
  let different = 0;
  for (let at = 0; at < a.bits.length; at++) {
    different += POPULATION[digitAt(a.bits, at) ^ digitAt(b.bits, at)]!;
    if (different > most) return false;
  }
  return true;
}

function digitAt(hex: string, at: number): number {
  const code = hex.charCodeAt(at);
  return code <= 57 ? code - 48 : code - 87;
}
