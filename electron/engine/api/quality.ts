// The door to the quality of single files, which needs no project and no engine.
export { type FileScore, scoreFile } from '../modalities/score-file.ts';
export type { Figure } from '../modalities/define.ts';
