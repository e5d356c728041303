import type { EndpointCheck } from '../../../../../shared/model/endpoint.ts';
import { parseJson } from '../../../parse-json.ts';
import type { ChatPart } from '../../define.ts';
import type { Turn } from '../request-body.ts';
import { redFilm, redSquare, steadyTone } from './probe-media.ts';

/** A question whose right answer is known. */
export interface ProbeQuestion {
  readonly what: EndpointCheck['what'];
  readonly turn: Turn;
  readonly isRight: (text: string) => boolean;
  /** Said when it answers something else. */
  readonly whenWrong: string;
}

const SUM = {
  name: 'sum',
  schema: {
    type: 'object',
    properties: { sum: { type: 'integer' } },
    required: ['sum'],
    additionalProperties: false,
  },
};

const text = (words: string): ChatPart => ({ type: 'text', text: words });
const turn = (parts: readonly ChatPart[], form: Turn['form'] = {}): Turn => ({
  messages: [{ role: 'user', parts }],
  form,
  seed: 0,
});

const COLOUR = 'What colour is this? Answer with one word.';
const isRed = (answer: string) => /\b(red|crimson|scarlet)\b/i.test(answer);
const notSeen = 'It may not have seen it';

/** Everything that can be asked, text first. */
export function probeQuestions(): readonly ProbeQuestion[] {
  return [
    {
      what: 'text',
      turn: turn([text('Answer with one word: OK')]),
      isRight: (answer) => answer.trim() !== '',
      whenWrong: 'It said nothing',
    },
    {
      what: 'image',
      turn: turn([{ type: 'image', mimeType: 'image/png', bytes: redSquare() }, text(COLOUR)]),
      isRight: isRed,
      whenWrong: notSeen,
    },
    {
      what: 'audio',
      turn: turn([
        { type: 'audio', format: 'wav', bytes: steadyTone() },
        text('Is this silence, speech, music or a steady tone? Answer with one of these.'),
      ]),
      isRight: (answer) => /tone|beep|music/i.test(answer),
      whenWrong: 'It may not have heard it',
    },
    {
      what: 'video',
      turn: turn([{ type: 'video', mimeType: 'video/mp4', bytes: redFilm() }, text(COLOUR)]),
      isRight: isRed,
      whenWrong: notSeen,
    },
    {
      what: 'json_schema',
      // nothing here asks for JSON: if it comes, the schema has made it
      turn: turn([text('Add 2 and 3.')], SUM),
      isRight: isSum,
      whenWrong: 'The schema was not kept to',
    },
    {
      what: 'json_object',
      turn: turn([text('Add 2 and 3.')], SUM),
      isRight: isSum,
      whenWrong: 'That is not the object',
    },
  ];
}

function isSum(answer: string): boolean {
  const parsed = parseJson(answer);
  return typeof parsed === 'object' && parsed !== null && 'sum' in parsed && parsed.sum === 5;
}
