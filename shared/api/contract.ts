// THE contract: every method that the engine answers, over any transport. Adding a method is one line
// in its group under methods/ and one handler in electron/engine/api; tsc and the contract suite fail
// until both are there.
import type { z } from 'zod';
import { agentMethods } from './methods/agent.ts';
import { analysisMethods } from './methods/analysis.ts';
import { annotationsMethods } from './methods/annotations.ts';
import { exportMethods } from './methods/export.ts';
import { instancesMethods } from './methods/instances.ts';
import { nativeMethods } from './methods/native.ts';
import { projectMethods } from './methods/project.ts';
import { qcMethods } from './methods/qc.ts';
import { ratingMethods } from './methods/rating.ts';
import { scoringMethods } from './methods/scoring.ts';
import { settingsMethods } from './methods/settings.ts';
import type { Method } from './methods/define.ts';

export const contract = {
  ...projectMethods,
  ...nativeMethods,
  ...instancesMethods,
  ...analysisMethods,
  ...exportMethods,
  ...ratingMethods,
  ...qcMethods,
  ...scoringMethods,
  ...annotationsMethods,
  ...settingsMethods,
  ...agentMethods,
} as const satisfies Record<string, Method<'query' | 'command', z.ZodType, z.ZodType>>;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export const METHOD_NAMES = Object.keys(contract) as readonly MethodName[];
/** What a caller passes (defaults not yet filled in). */
export type MethodInput<M extends MethodName> = z.input<Contract[M]['input']>;
/** What a handler receives (parsed). */
export type HandlerInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Contract[M]['output']>;
