import { parseContent, parseTagName } from '../../../shared/interleave/parse.ts';
import { readMediaValue } from './media-value.ts';
import type { ImportedCaption, RecordSide, UnimRecord } from './types.ts';

/**
 * Captions that a record carries: inside its tags, `<image2: a caption>` (quirk 21), and as values in
 * the place of a path (quirk 15). The first for a tag counts. A tag of the answer that names an item
 * of the input is the input's.
 */
export function captionsOf(record: Pick<UnimRecord, 'input' | 'output'>): ImportedCaption[] {
  const inputTags = new Set(record.input?.entries.map((entry) => entry.tag));
  const outputTags = new Set(record.output?.entries.map((entry) => entry.tag));
  const captions = new Map<string, ImportedCaption>();
  for (const side of ['input', 'output'] as const)
    for (const { tag, text } of captionsOfSide(record[side])) {
      const isReference = side === 'output' && !outputTags.has(tag) && inputTags.has(tag);
      const owner = isReference ? 'input' : side;
      const key = `${owner} ${tag}`;
      if (!captions.has(key))
        captions.set(key, { side: owner, tag, text, isError: isErrorCaption(text) });
    }
  return [...captions.values()];
}

function captionsOfSide(side: RecordSide | undefined): { tag: string; text: string }[] {
  if (side === undefined) return [];
  const values = side.entries.filter(
    // the value of `code` is the code
    ({ modality, value }) =>
      modality !== 'code' && value.trim() !== '' && readMediaValue(value).kind === 'inline',
  );
  return [
    ...captionsInContent(side.content),
    ...values.map(({ tag, value }) => ({ tag, text: value.trim() })),
  ];
}

/** Captions inside the tags of a content, in reading order. */
export function captionsInContent(content: string): { tag: string; text: string }[] {
  return parseContent(content).flatMap((segment) =>
    segment.kind === 'tag' && segment.caption !== undefined && segment.caption !== ''
      ? [{ tag: segment.tag, text: segment.caption }]
      : [],
  );
}

/** Captions given as an object of tags, as the official coherence files have in `modal`. */
export function captionsInObject(modal: unknown): { tag: string; text: string }[] {
  if (typeof modal !== 'object' || modal === null || Array.isArray(modal)) return [];
  return Object.entries(modal as Record<string, unknown>).flatMap(([key, value]) => {
    const name = parseTagName(key);
    const isCaption = name !== undefined && typeof value === 'string' && value.trim() !== '';
    return isCaption ? [{ tag: name.tag, text: value.trim() }] : [];
  });
}

const LONGEST_ERROR = 600;
const ERROR_STARTS = [
  /^\W*(?:error|exception|traceback|fatal|\w+(?:error|exception))\b\W*(?::|\(|\]|$|\d|while|when|in |calling|processing|loading|generating|reading|opening|captioning)/i,
  /^\W*(?:failed|failure|unable|could ?n[o']t|could not|can(?:no|')t)\b.{0,40}\b(?:file|load|open|read|find|found|process|caption|describe|generat\w*|decod\w*|access|download|request|connect\w*|image|audio|video|document)\b/i,
  /^\W*(?:no|missing|invalid|unsupported|corrupt(?:ed)?|empty) (?:such )?(?:file|path|media|image|audio|video|document|code|caption|3d|response)\b[^.]{0,80}$/i,
  /^.{0,200}\b(?:no such file or directory|file not found|(?:file|path|image|audio|video|document|media)\W.{0,160}(?:does not exist|not found|could not be (?:found|read|opened|loaded)))\b/i,
  /^.{0,80}\b(?:errno \d+|http(?:error)? ?[45]\d\d|status code:? [45]\d\d|timed out|connection (?:refused|reset|error)|rate limit)/i,
  /^\W*(?:none|null|nan|n\/a|missing|undefined)\W*$/i,
] as const;

/**
 * True when a caption is a captioner's error message: the official scripts put that in the caption's
 * place where a medium was missing, and then had it judged.
 */
export function isErrorCaption(caption: string): boolean {
  const text = caption.trim();
  return text.length <= LONGEST_ERROR && ERROR_STARTS.some((pattern) => pattern.test(text));
}
