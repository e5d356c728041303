// The thread in which previews are drawn: some seconds of drawing must not hold up other calls.
import { answerQuestions } from '../../media/answer-questions.ts';
import { makePreview, type Preview, type PreviewQuestion } from './make-preview.ts';

answerQuestions<PreviewQuestion, Preview>(makePreview);
