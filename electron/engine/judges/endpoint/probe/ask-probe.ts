import type { EndpointCheck, EndpointSettings } from '../../../../../shared/model/endpoint.ts';
import { EndpointDown, EndpointRefused } from '../../define.ts';
import { createAttempt, type Outcome } from '../attempt.ts';
import { createLane, type AskingTools } from '../lane.ts';
import { oneLine } from '../one-line.ts';
import { backOffMs } from '../patience.ts';
import type { Reply } from '../read-completion.ts';
import type { ProbeQuestion } from './questions.ts';

/** What came of one check, and what it cost. */
export interface Probed {
  readonly check: EndpointCheck;
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** Asks one question, in the form that is to be tested and in no other. */
export async function askProbe(
  question: ProbeQuestion,
  settings: EndpointSettings,
  tools: AskingTools,
): Promise<Probed> {
  const lane = createLane([settings], tools);
  // each form is asked for by itself, whatever the settings say of it
  lane.dialect.json = question.what === 'json_object' ? 'json_object' : 'json_schema';
  const attempt = createAttempt(settings, lane, tools);
  const { json } = lane.dialect;
  const told = (check: Omit<EndpointCheck, 'what'>, reply?: Reply): Probed => ({
    check: { what: question.what, ...check },
    tokensIn: reply?.tokensIn ?? 0,
    tokensOut: reply?.tokensOut ?? 0,
  });
  try {
    for (let tried = 1; ; tried += 1) {
      const outcome = await attempt(question.turn, crypto.randomUUID(), tools.closed);
      if (outcome.kind === 'reply') {
        return told(judge(question, outcome.reply, outcome.latencyMs), outcome.reply);
      }
      const isLast = tried >= tools.patience.attempts;
      if (lane.dialect.json !== json) return told({ result: 'refused', message: say(outcome.why) });
      if (outcome.kind === 'learned') continue;
      if (outcome.kind === 'passing' && !isLast) {
        await tools.wait(backOffMs(tools.patience, tried, tools.random), tools.closed);
        continue;
      }
      return told({ result: resultOf(outcome), message: say(outcome.why) });
    }
  } catch (error) {
    if (!(error instanceof EndpointRefused || error instanceof EndpointDown)) throw error;
    const result = error instanceof EndpointRefused ? 'refused' : 'failed';
    return told({ result, message: error.message });
  }
}

function resultOf({ kind }: Outcome): 'refused' | 'failed' {
  return kind === 'unasked' ? 'refused' : 'failed';
}

const LONGEST_QUOTE = 80;

function judge(
  { isRight, whenWrong }: ProbeQuestion,
  { text, ended, refusal }: Reply,
  latencyMs: number,
): Omit<EndpointCheck, 'what'> {
  if (ended === 'declined') {
    return { result: 'wrong', message: say(`It declined: "${quote(refusal ?? text)}"`), latencyMs };
  }
  const answered = `It answered "${quote(text)}"`;
  if (isRight(text)) return { result: 'works', message: say(answered), latencyMs };
  if (ended === 'cut-off') {
    const message = `${answered} and was cut off: raise the limit on tokens, or remove it`;
    return { result: 'wrong', message: say(message), latencyMs };
  }
  return { result: 'wrong', message: say(`${answered}. ${whenWrong}`), latencyMs };
}

const quote = (text: string) => oneLine(text, LONGEST_QUOTE);

/** A sentence. */
function say(words: string): string {
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.…?!]$/.test(sentence) ? sentence : `${sentence}.`;
}
