export { askCaption, CAPTION_FORM, captionPromptOf } from './ask-caption.ts';
export {
  askCodeQuality,
  askCoherence,
  askDocumentQuality,
  askSc,
  askTextQuality,
  judgeForm,
  type JudgeForm,
} from './ask-judge.ts';
export {
  emptyResponseSc,
  figuresOf,
  JUDGED_VERSION,
  officialFallback,
  PROMPT_OF_FORM,
  type JudgedFigure,
} from './figures.ts';
export { fillPrompt } from './fill-prompt.ts';
export { checkPromptText, listPrompts, promptInUse } from './prompts.ts';
export type { JudgeReply } from './read-reply.ts';
