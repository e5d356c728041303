// The thread in which agreement is measured: some seconds of resampling must not hold up a page.
import { answerQuestions } from '../media/answer-questions.ts';
import { measureAgreement, type AgreementQuestion } from './measure-agreement.ts';
import { measurePreferences, type GivenPreference } from './measure-preferences.ts';
import { measureConsistency, type RepeatedJudgement } from './measure-consistency.ts';
import { correlateComposites, type RatedComposite } from './rationality.ts';

/** What can be asked of it. */
export type MeasureQuestion =
  | { readonly kind: 'agreement'; readonly questions: readonly AgreementQuestion[] }
  | {
      readonly kind: 'preferences';
      readonly given: readonly GivenPreference[];
      readonly nStale: number;
    }
  | { readonly kind: 'consistency'; readonly judgements: readonly RepeatedJudgement[] }
  | { readonly kind: 'correlations'; readonly rated: readonly RatedComposite[] };

answerQuestions<MeasureQuestion, unknown>((question) => {
  switch (question.kind) {
    case 'agreement':
      return Promise.resolve(question.questions.map(measureAgreement));
    case 'preferences':
      return Promise.resolve(measurePreferences(question.given, question.nStale));
    case 'consistency':
      return Promise.resolve(measureConsistency(question.judgements));
    case 'correlations':
      return Promise.resolve(correlateComposites(question.rated));
  }
});
