// How the server's model answers when no script says otherwise: by the wire names and keys of the
// specification, with figures that follow from the text alone, so that every run gives the same.
import { createHash } from 'node:crypto';
import { answerAsAgent } from './agent-answers.ts';
import type { ChatRequest, Reaction } from './define.ts';

const FORMS: Record<string, (pick: Pick) => Record<string, unknown>> = {
  unim_sc: ({ level }) => ({ score: level('score'), reason: 'Most of the reference is met.' }),
  unim_coherence: ({ level }) => ({
    coherence: level('coherence'),
    style_consistency: level('style'),
    coherence_reason: 'Items stand where the text needs them.',
    style_reason: 'One voice throughout.',
  }),
  unim_text_quality: ({ level }) => ({
    clarity: level('clarity'),
    coherence: level('coherence'),
    informativeness: level('informativeness'),
    conciseness: level('conciseness'),
    style: level('style'),
    reason: 'Clear and to the point.',
  }),
  unim_code_quality: ({ percent }) => ({
    correctness: percent('correctness'),
    readability: percent('readability'),
    design: percent('design'),
    performance: percent('performance'),
    security: percent('security'),
    testability: percent('testability'),
    reason: 'It does what it says.',
  }),
  unim_document_quality: ({ percent }) => ({
    overall_score_100: percent('overall'),
    reason: 'Well laid out.',
  }),
};

interface Pick {
  /** 1..5 */
  readonly level: (what: string) => number;
  /** 0..100 */
  readonly percent: (what: string) => number;
}

/** The reply of a model that does what it is asked. */
export function answerAsModel(request: ChatRequest): Reaction {
  const { text, formName, mediaTypes, body } = request;
  const agent = answerAsAgent(request);
  if (agent !== undefined) return { kind: 'reply', content: JSON.stringify(agent) };
  const pick = pickFrom(text);
  const form = formName === undefined ? undefined : FORMS[formName];
  if (form !== undefined) return { kind: 'reply', content: JSON.stringify(form(pick)) };
  if (text.includes('2 and 3') && body.response_format !== undefined) {
    return { kind: 'reply', content: '{"sum": 5}' };
  }
  const named = Object.keys(FORMS).find((name) => text.includes(name));
  if (body.response_format?.type === 'json_object' || named !== undefined) {
    const shape = FORMS[named ?? ''] ?? (() => ({ ok: true }));
    return { kind: 'reply', content: JSON.stringify(shape(pick)) };
  }
  if (body.response_format?.type === 'json_schema') {
    return { kind: 'reply', content: JSON.stringify(fromSchema(body, pick)) };
  }
  if (text.includes('What colour')) return { kind: 'reply', content: 'Red.' };
  if (text.includes('a steady tone')) return { kind: 'reply', content: 'A steady tone.' };
  if (mediaTypes.length === 0) return { kind: 'reply', content: `It says: ${text.slice(-60)}` };
  return { kind: 'reply', content: `A ${mediaTypes.join(' and ')}, number ${pick.percent('it')}.` };
}

function pickFrom(text: string): Pick {
  const numberOf = (what: string) =>
    createHash('sha256').update(`${what}\n${text}`).digest().readUInt32BE(0);
  return {
    level: (what) => 1 + (numberOf(what) % 5),
    percent: (what) => numberOf(what) % 101,
  };
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Something that fits a flat schema of another name. */
function fromSchema({ response_format: format }: ChatRequest['body'], pick: Pick): unknown {
  const { properties = {} } = (format?.json_schema?.schema ?? {}) as Schema; // as it was sent
  return Object.fromEntries(
    Object.entries(properties).map(([name, { type, enum: choices }]) => {
      if (choices !== undefined) return [name, choices[pick.percent(name) % choices.length]];
      if (type === 'string') return [name, 'so'];
      return [name, type === 'boolean' ? true : pick.level(name)];
    }),
  );
}
