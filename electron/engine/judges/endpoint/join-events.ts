import { z } from 'zod';
import { parseJson } from '../../parse-json.ts';

const Chunk = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        index: z.number().optional(),
        finish_reason: z.string().nullish(),
        delta: z
          .looseObject({ content: z.string().nullish(), refusal: z.string().nullish() })
          .nullish(),
      }),
    )
    .default([]),
  usage: z.unknown().optional(),
});

/**
 * The completion that a stream of events makes up: some gateways stream whether asked to or not.
 *
 * @returns undefined when the stream broke off before it said how it ended
 */
export function joinEvents(body: string): unknown {
  let content = '';
  let refusal = '';
  let finishReason: string | undefined;
  let usage: unknown;
  for (const data of dataOf(body)) {
    if (data === '[DONE]') break;
    const parsed = parseJson(data);
    if (typeof parsed === 'object' && parsed !== null && 'error' in parsed) return parsed;
    const chunk = Chunk.safeParse(parsed);
    if (!chunk.success) return undefined;
    usage = chunk.data.usage ?? usage;
    for (const choice of chunk.data.choices) {
      if ((choice.index ?? 0) !== 0) continue;
      content += choice.delta?.content ?? '';
      refusal += choice.delta?.refusal ?? '';
      finishReason = choice.finish_reason ?? finishReason;
    }
  }
  if (finishReason === undefined) return undefined;
  return { choices: [{ finish_reason: finishReason, message: { content, refusal } }], usage };
}

function dataOf(body: string): string[] {
  return body
    .split(/\r?\n\r?\n/)
    .map((event) =>
      event
        .split(/\r?\n/)
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trim())
        .join('\n'),
    )
    .filter((data) => data !== '');
}
