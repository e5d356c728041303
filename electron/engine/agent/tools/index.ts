import { chartTool } from './chart/index.ts';
import { codeTool } from './code/index.ts';
import type { LocalTool } from './define.ts';
import { DOCUMENT_TOOLS } from './document/index.ts';
import { SCENE_TOOLS } from './scene/index.ts';
import { soundTool } from './sound/index.ts';

/** Everything that is made without a model; of a modality the first suits where an order names none. */
export const LOCAL_TOOLS: readonly LocalTool[] = [
  ...DOCUMENT_TOOLS,
  codeTool,
  chartTool,
  ...SCENE_TOOLS,
  soundTool,
];
