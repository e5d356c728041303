import type { MediaFacts } from '../../../../shared/model/media.ts';
import type { ByteSource } from '../byte-source.ts';

/** What one sniffer learned; merged into the file's facts. */
export type Findings = Partial<Omit<MediaFacts, 'sizeBytes' | 'warnings'>> & {
  readonly warnings?: readonly string[];
};

/** Reads the header of one format; `broken` says in a sentence why the file cannot be shown. */
export type Sniffer = (source: ByteSource) => Promise<Findings>;

const format = new Intl.NumberFormat('en-US');

/** `9300` → `9,300 bytes`. */
export function bytesText(count: number): string {
  return `${format.format(count)} ${count === 1 ? 'byte' : 'bytes'}`;
}

/** The one wording for a file that ends too early. */
export function cutOff(what: string, sizeBytes: number, expectedBytes?: number): string {
  const end =
    expectedBytes === undefined
      ? `the data ends after ${bytesText(sizeBytes)}, before the end mark`
      : `the data ends after ${format.format(sizeBytes)} of ${bytesText(expectedBytes)}`;
  return `Cut off: the header is ${what} but ${end}. Export or download it again.`;
}
