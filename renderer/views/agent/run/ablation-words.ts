import type { Ablation } from '../../../../shared/model/agent.ts';

/** What can be left out, and what that means. */
export const ABLATION_WORDS: Readonly<Record<Ablation, { label: string; hint: string }>> = {
  ter: {
    label: 'traceable reasoning',
    hint: 'The answer is written straight from the captions, in one step. Nothing is checked.',
  },
  tcdc: {
    label: 'captions for the task',
    hint: 'Items are put into words that know nothing of the question.',
  },
  verification: {
    label: 'verification',
    hint: 'The first report is carried out as it is; nothing is gone back to.',
  },
};
