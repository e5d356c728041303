// Looks models over off the engine's thread.
import { answerQuestions } from '../answer-questions.ts';
import { findDefects } from './find-defects.ts';

/** What the worker is asked. */
export interface DefectQuestion {
  readonly path: string;
}

answerQuestions(({ path }: DefectQuestion) => findDefects(path));
