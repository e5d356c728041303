import { captionerOf, type CaptionedModality } from '../../../../shared/model/endpoint.ts';
import { captionPromptOf } from '../../judges/index.ts';
import {
  CAPTION_INPUT_VERSION,
  captionLimits,
  type CaptionLimits,
} from '../../modalities/caption-input.ts';
import type { Source } from '../scoring/define-doer.ts';
import { formOf, sha256 } from '../scoring/outcome-key.ts';
import { callKey } from './call-key.ts';
import { captionerSettings, promptOf, type JudgeSetup } from './judge-setup.ts';

/** What a captioner is to be asked about an item, before the item is looked into. */
export interface CaptionSubject {
  readonly callKey: string;
  readonly inputHash: string;
  readonly limits: CaptionLimits;
}

/**
 * Known by the file alone, so that a caption that was asked for before is found without preparing the
 * file again.
 *
 * @param contentHash  SHA-256 of the item's bytes
 */
export function captionSubject(
  setup: JudgeSetup,
  modality: CaptionedModality,
  found: Source,
  contentHash: string,
): CaptionSubject {
  const settings = captionerSettings(setup, modality);
  if (settings === undefined) throw new Error(`nobody captions ${modality}`); // seen by the reader
  const limits = captionLimits(settings.takes);
  const inputHash = sha256(
    JSON.stringify([CAPTION_INPUT_VERSION, formOf(found), contentHash, limits]),
  );
  const prompt = promptOf(setup, captionPromptOf(modality));
  const role = captionerOf(modality);
  const subject = { role, promptHash: prompt.hash, inputHash, form: undefined, repeat: 0 };
  return { callKey: callKey(subject, settings), inputHash, limits };
}
