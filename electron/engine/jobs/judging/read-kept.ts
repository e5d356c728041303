import type { CallFailure } from '../../../../shared/model/judge.ts';
import type { KeptCall } from '../../db/calls.ts';
import type { ReplyForm } from '../../judges/define.ts';
import { readable } from '../../judges/endpoint/answer-question.ts';

/** What is known of a question: its answer, or how it failed. */
export type KeptAnswer<T> =
  | {
      readonly status: 'answered';
      readonly callId: number;
      readonly value: T;
      /** As it came. */
      readonly reply: string;
    }
  | {
      readonly status: 'failed';
      readonly callId: number;
      readonly code: CallFailure;
      readonly message: string;
    };

/** Reads a reply anew, whenever it is needed: what it means is the question's to say. */
export function readKept<T>(
  { id: callId, reply = '', failure }: KeptCall,
  form: ReplyForm<T>,
): KeptAnswer<T> {
  if (failure !== undefined) return { status: 'failed', callId, ...failure };
  const text = readable(reply);
  const read = text === '' ? EMPTY : form.read(text);
  return read.status === 'read'
    ? { status: 'answered', callId, value: read.value, reply }
    : { status: 'failed', callId, code: 'bad-reply', message: read.problem };
}

const EMPTY = { status: 'bad', problem: 'The reply is empty.' } as const;
