// Runs decoding off the engine's thread.
import { answerQuestions } from '../answer-questions.ts';
import { decodePeaks } from './decode.ts';

/** What the worker is asked. */
export interface PeakQuestion {
  readonly path: string;
  readonly bins: number;
}

answerQuestions(({ path, bins }: PeakQuestion) => decodePeaks(path, bins));
