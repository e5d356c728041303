import PQueue from 'p-queue';
import {
  captionerOf,
  type CaptionedModality,
  type RoleId,
} from '../../../../shared/model/endpoint.ts';
import type { UnscoredCode } from '../../../../shared/model/score.ts';
import { askCaption, CAPTION_FORM, captionPromptOf } from '../../judges/index.ts';
import type { FileState } from '../queue.ts';
import type { AskQueue } from '../scoring/ask-queue.ts';
import type { Source } from '../scoring/define-doer.ts';
import type { CallDesk } from './call-desk.ts';
import { captionSubject, type CaptionSubject } from './caption-key.ts';
import { captionerSettings, promptOf, type JudgeSetup } from './judge-setup.ts';
import { prepareItem } from './prepare-item.ts';
import type { KeptAnswer } from './read-kept.ts';

/** An item to be put into words. */
export interface CaptionRequest {
  readonly modality: CaptionedModality;
  readonly found: Source;
  readonly contentHash: string;
  /** Of the file when it was hashed. */
  readonly state: FileState | undefined;
}

/** What became of it. */
export type Captioned =
  | {
      readonly status: 'captioned';
      readonly callId: number;
      readonly text: string;
      /** As it came; mostly the caption itself. */
      readonly reply: string;
    }
  | {
      readonly status: 'failed';
      /** Undefined where the item could not even be prepared. */
      readonly callId: number | undefined;
      readonly code: UnscoredCode;
      readonly reason: string;
    };

/** Puts items into words; one that several judgements need is asked for once. */
export type Captioner = (request: CaptionRequest) => Promise<Captioned>;

/** How many may wait for a batch: some hundred megabytes, as they are prepared. */
const IN_BATCHES: Readonly<Record<CaptionedModality, number>> = {
  image: 512,
  document: 128,
  code: 512,
  audio: 64,
  video: 32,
  threeD: 128,
};

/** @param ask  a worker prepares what is sent */
export function createCaptioner(setup: JudgeSetup, desk: CallDesk, ask: AskQueue): Captioner {
  const begun = new Map<string, Promise<Captioned>>();
  const gates = new Map<RoleId, PQueue>();

  /** What is prepared waits in memory, so no more is than the endpoint takes at once, and one to follow. */
  function gateOf(modality: CaptionedModality): PQueue {
    const role = captionerOf(modality);
    const known = gates.get(role);
    if (known !== undefined) return known;
    const { concurrency = 0, useBatch = false } = captionerSettings(setup, modality) ?? {};
    const gate = new PQueue({ concurrency: useBatch ? IN_BATCHES[modality] : concurrency + 1 });
    gates.set(role, gate);
    return gate;
  }

  async function prepareAndAsk(request: CaptionRequest, subject: CaptionSubject) {
    const { modality } = request;
    const { limits, inputHash } = subject;
    const result = await prepareItem(ask, request, limits);
    if (result.kind === 'none') {
      const { code, reason } = result.draft;
      return { status: 'failed', callId: undefined, code, reason } as const;
    }
    const { parts, facts } = result.prepared;
    const prompt = promptOf(setup, captionPromptOf(modality));
    const question = askCaption({ prompt, modality, parts, facts });
    return toCaptioned(await desk.ask({ ...question, inputHash }));
  }

  return async (request) => {
    const { modality, found, contentHash } = request;
    const subject = captionSubject(setup, modality, found, contentHash);
    const key = subject.callKey;
    const going = begun.get(key);
    if (going !== undefined) return await going;
    const known = desk.known(captionerOf(modality), key, CAPTION_FORM);
    if (known !== undefined) return toCaptioned(known);
    const captioning = gateOf(modality).add(() => prepareAndAsk(request, subject));
    begun.set(key, captioning);
    return await captioning.finally(() => begun.delete(key));
  };
}

/** What a captioner's answer means for an item. */
export function toCaptioned(answer: KeptAnswer<string>): Captioned {
  const { callId } = answer;
  if (answer.status === 'failed') {
    return { status: 'failed', callId, code: 'caption-failed', reason: answer.message };
  }
  return { status: 'captioned', callId, text: answer.value, reply: answer.reply };
}
