import type { HandlerInput, MethodName, MethodOutput } from '../../../shared/api/contract.ts';

/** Answers one method; throws `AppError` for what was expected to go wrong. */
export type Handler<M extends MethodName> = (
  input: HandlerInput<M>,
  signal: AbortSignal,
) => MethodOutput<M> | Promise<MethodOutput<M>>;

/** One handler a method: tsc fails when the contract has one that is not here. */
export type Handlers = { readonly [M in MethodName]: Handler<M> };

type MethodOf<N extends string> = Extract<MethodName, `${N}.${string}`>;
/** The handlers of one namespace, e.g. `HandlersOf<'instances'>`. */
export type HandlersOf<N extends string> = { readonly [M in MethodOf<N>]: Handler<M> };
