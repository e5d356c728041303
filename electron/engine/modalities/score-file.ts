import { MODALITIES, type ModalityId } from '../../../shared/model/modality.ts';
import { type Unscored, unscored } from '../media/decode/decoded.ts';
import type { QualityOutcome } from './define.ts';
import { QUALITY } from './index.ts';
import { modalityOfFile } from './modality-of-file.ts';

/** The quality of one file and how long it took, decoding included. */
export interface FileScore {
  /** Undefined when neither extension nor bytes tell. */
  readonly modality: ModalityId | undefined;
  readonly profile: string;
  readonly outcome: QualityOutcome;
  readonly seconds: number;
}

/**
 * Rates a file by the official profile of its modality. A bad file is an unscored outcome, never an
 * exception.
 *
 * @param asModality  what to take it for, instead of what its name says
 */
export async function scoreFile(path: string, asModality?: ModalityId): Promise<FileScore> {
  const start = performance.now();
  const modality = asModality ?? (await modalityOfFile(path));
  const quality = modality === undefined ? undefined : QUALITY[modality];
  const outcome = quality === undefined ? noProfile(modality) : await quality.scoreFile(path);
  const seconds = (performance.now() - start) / 1000;
  return { modality, profile: quality?.id ?? 'unim', outcome, seconds };
}

function noProfile(modality: ModalityId | undefined): Unscored {
  if (modality === undefined) {
    return unscored('unsupported', 'Neither its name nor its bytes say what the file is.');
  }
  const what = MODALITIES[modality].label.toLowerCase();
  return unscored(
    'unsupported',
    `The official score of ${what} comes from a judge, and none is set.`,
  );
}
