import type { EndpointSettings, RoleId } from '../../../../shared/model/endpoint.ts';
import type { Question } from '../../judges/define.ts';
import { sha256 } from '../scoring/outcome-key.ts';

/** Everything that decides an answer. Where the model is served does not: it may move. */
export interface CallSubject {
  readonly role: RoleId;
  readonly promptHash: string;
  /** Of what is filled in. Of a caption: of the file, and how it is prepared. */
  readonly inputHash: string;
  /** Name of the reply's form; absent for plain text. */
  readonly form: string | undefined;
  /** Which of several repeats, from 0. */
  readonly repeat: number;
}

/** What else the endpoint is told, as it is kept with the call. */
export function paramsOf(settings: EndpointSettings, form: string | undefined): string {
  const { temperature, maxTokens } = settings;
  return JSON.stringify({ form, temperature, maxTokens });
}

/** What an answered question is found by, hex. */
export function callKey(subject: CallSubject, settings: EndpointSettings): string {
  const { role, promptHash, inputHash, form, repeat } = subject;
  return sha256(
    JSON.stringify([role, settings.model, promptHash, inputHash, paramsOf(settings, form), repeat]),
  );
}

/** The same of a question that can be asked. */
export function questionKey(question: Question, settings: EndpointSettings): string {
  const { prompt, form } = question;
  return callKey({ ...question, promptHash: prompt.hash, form: form.name }, settings);
}
