import type { RunMetric, RunState } from '../../../shared/model/run.ts';

export const STATE_LABELS: Readonly<Record<RunState, string>> = {
  planned: 'listing',
  running: 'running',
  paused: 'paused',
  done: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
};

/** What each metric is, in the words of the plan. */
export const METRIC_LABELS: Readonly<Record<RunMetric, { label: string; hint: string }>> = {
  GQ: {
    label: 'Generation quality',
    hint: 'Image, audio and 3D as the official code computes them; video by a signal score of our own, labelled so; text, code and documents by the judge.',
  },
  SC: {
    label: 'Semantic correctness',
    hint: 'The judge compares the response, its items put into words, with the reference.',
  },
  coherence: {
    label: 'Coherence and harmony',
    hint: 'The judge looks at the response alone: does it hold together, in content and in style.',
  },
  'SC-lexical': {
    label: 'Lexical baseline',
    hint: 'Words in common with the reference. Needs no model, and is never mixed with the judge.',
  },
  'image-check': {
    label: 'Image check',
    hint: 'NIQE, blur, blocks, noise, clipping, resolution. Stands beside the score.',
  },
  'code-check': {
    label: 'Code check',
    hint: 'Syntax errors and size by real parsers. Stands beside the score; nothing is executed.',
  },
  'audio-check': {
    label: 'Audio check',
    hint: 'Loudness, true peak, clipping, bandwidth, dropouts, speech or music. Stands beside the score.',
  },
  'three-d-check': {
    label: '3D check',
    hint: 'Watertight or not, faulty edges, flipped, duplicate and degenerate faces, pieces. Stands beside the score; defects can be shown in the model.',
  },
  'document-text': {
    label: 'Document text',
    hint: 'Text layer or offline OCR, pages, tables, legibility. Stands beside the score.',
  },
};

/** A code as words: `media-missing` → `media missing`. */
export function codeWords(code: string): string {
  return code.replaceAll('-', ' ');
}
