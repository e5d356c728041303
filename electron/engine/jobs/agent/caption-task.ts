// How an item of a task becomes a question to its captioner: with the task for TCDC, without it in the
// ablation. What was read of it on the way is kept for code to work on.
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Item } from '../../../../shared/model/content.ts';
import {
  captionerOf,
  CAPTIONED_MODALITIES,
  type CaptionedModality,
} from '../../../../shared/model/endpoint.ts';
import type { Prompt } from '../../../../shared/model/judge.ts';
import type { CaptionQuestion, ChainHands } from '../../agent/define.ts';
import { withText } from '../../agent/reason/steps.ts';
import type { ChatPart, Question } from '../../judges/define.ts';
import { fenceData } from '../../judges/fill-prompt.ts';
import { askCaption, CAPTION_FORM, captionPromptOf } from '../../judges/index.ts';
import { makeQuestion } from '../../judges/make-question.ts';
import { captionLimits } from '../../modalities/caption-input.ts';
import { captionerSettings, promptOf, type JudgeSetup } from '../judging/judge-setup.ts';
import { prepareItem } from '../judging/prepare-item.ts';
import type { AskQueue } from '../scoring/ask-queue.ts';
import { toFound } from '../scoring/find-item.ts';
import { fileState } from '../scoring/hash-file.ts';

/** What chains are told of the items of one task. */
export type ItemReader = Pick<ChainHands, 'captionOf' | 'textOf'>;

/** Files whose bytes are text that code can read. */
const TEXT_FILES = new Set(['.txt', '.md', '.csv', '.tsv', '.json', '.xml', '.html', '.yaml']);
const LONGEST_TEXT = 5_000_000;

/** @param ask  a worker prepares what is sent */
export function createItemReader(
  items: readonly Item[],
  setup: JudgeSetup,
  ask: AskQueue,
): ItemReader {
  const texts = new Map<string, string>();
  const find = (tag: string) => items.find((item) => item.tag === tag);

  return {
    async captionOf({ tag }, task, isForTask): Promise<CaptionQuestion> {
      const item = find(tag);
      if (item === undefined)
        return { kind: 'none', message: 'The task has no such item any more.' };
      const { modality, media } = item;
      const captioned = CAPTIONED_MODALITIES.find((one) => one === modality);
      if (media.kind === 'inline' && modality !== 'code') return { kind: 'text', text: media.text };
      const found = toFound(media, modality);
      if (found.kind === 'none') return without(item, found.reason);
      if (captioned === undefined) {
        const text = found.kind === 'file' ? await readText(found.path) : found.text;
        if (text === undefined) return without(item, 'The text is too long or cannot be read.');
        return { kind: 'text', text };
      }
      const settings = captionerSettings(setup, captioned);
      if (settings === undefined) return without(item, 'No endpoint captions this modality.');
      const state = found.kind === 'file' ? fileState(found.path) : undefined;
      if (found.kind === 'file' && state === undefined) return without(item, 'The file is gone.');
      const request = { modality: captioned, found, state };
      const result = await prepareItem(ask, request, captionLimits(settings.takes));
      if (result.kind === 'none') return without(item, result.draft.reason);
      const { parts, facts } = result.prepared;
      texts.set(tag, textIn(parts));
      const prompt = isForTask
        ? promptOf(setup, 'agent-caption')
        : promptOf(setup, captionPromptOf(captioned));
      const material = { modality: captioned, parts, facts };
      const question = isForTask
        ? askForTask(prompt, task, material)
        : askCaption({ prompt, ...material });
      return { kind: 'ask', prompt, question: withText(question, prompt) };
    },
    async textOf({ tag }) {
      const item = find(tag);
      const found = item === undefined ? undefined : toFound(item.media, item.modality);
      if (item?.media.kind === 'inline') return item.media.text;
      if (found?.kind === 'file' && TEXT_FILES.has(extname(found.path).toLowerCase())) {
        return await readText(found.path);
      }
      return texts.get(tag) || undefined;
    },
  };
}

/** A caption of the dataset is better than none. */
function without({ caption }: Item, message: string): CaptionQuestion {
  return caption === undefined ? { kind: 'none', message } : { kind: 'text', text: caption };
}

function askForTask(
  prompt: Prompt,
  task: string,
  item: {
    readonly modality: CaptionedModality;
    readonly parts: readonly ChatPart[];
    readonly facts: Readonly<Record<string, string>>;
  },
): Question<string> {
  const { modality, parts, facts } = item;
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  // text out of a file is data; text with other media was written by us, e.g. a frame's time
  const isText = modality === 'document' || modality === 'code';
  return makeQuestion(
    { prompt: { ...prompt, role: captionerOf(modality) } },
    { task, facts: lines.join('\n') },
    CAPTION_FORM,
    parts.map((part) =>
      part.type === 'text' && isText
        ? { type: 'text', text: fenceData(modality, part.text) }
        : part,
    ),
  );
}

function textIn(parts: readonly ChatPart[]): string {
  return parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}

async function readText(path: string): Promise<string | undefined> {
  const size = await stat(path).then(
    (found) => found.size,
    () => Number.POSITIVE_INFINITY,
  );
  return size > LONGEST_TEXT ? undefined : await readFile(path, 'utf8');
}
