export { askCaption, captionPromptOf } from './ask-caption.ts';
export {
  askCodeQuality,
  askCoherence,
  askDocumentQuality,
  askSc,
  askTextQuality,
  type JudgeForm,
} from './ask-judge.ts';
export {
  emptyResponseSc,
  figuresOf,
  JUDGED_VERSION,
  officialFallback,
  PROMPT_OF_FORM,
  type JudgedEvidence,
  type JudgedFigure,
} from './figures.ts';
export { fillPrompt } from './fill-prompt.ts';
export { checkPromptText, listPrompts, promptInUse, type PromptEdits } from './prompts.ts';
export type { JudgeReply } from './read-reply.ts';
