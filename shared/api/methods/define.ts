import { z } from 'zod';

/** A method: what it takes, what it gives, and whether it changes something. */
export interface Method<K extends 'query' | 'command', I extends z.ZodType, O extends z.ZodType> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
}

/** Reads only; may be asked again at any time. */
export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'query', input, output }) satisfies Method<'query', I, O>;

/** Changes something; stores learn of the change by an event. */
export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'command', input, output }) satisfies Method<'command', I, O>;

export const None = z.object({}).strict();
export const Done = z.object({});
export const Path = z.string().min(1).max(4096);
/** Names of models; a comparison has room for eight. */
export const Models = z.array(z.string()).max(8);
