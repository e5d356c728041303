import type {
  EndpointCheck,
  EndpointKey,
  EndpointSettings,
  EndpointTakes,
  EndpointTest,
} from '../../../../../shared/model/endpoint.ts';
import type { Log } from '../../../log.ts';
import type { KeyRing } from '../../define.ts';
import { costOf } from '../answer-question.ts';
import type { AskingTools } from '../lane.ts';
import { SHORT_PATIENCE, wait } from '../patience.ts';
import { isThisMachine } from '../this-machine.ts';
import { askProbe, type Probed } from './ask-probe.ts';
import { probeQuestions, type ProbeQuestion } from './questions.ts';

export interface EndpointTestOptions {
  /** Video is asked about only where it may be captioned. */
  readonly role: EndpointKey;
  readonly settings: EndpointSettings;
  readonly keys: KeyRing;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly signal: AbortSignal;
}

/**
 * Asks an endpoint what it takes, by asking it: text, a red picture, a tone, a red film, and JSON in two
 * forms. What it accepts without an error but answers wrongly does not count as taken: many servers
 * pass over media that their model cannot see.
 */
export async function testEndpoint(options: EndpointTestOptions): Promise<EndpointTest> {
  const { role, settings, keys, log, clock, signal } = options;
  const tools: AskingTools = {
    keys,
    log,
    clock,
    patience: SHORT_PATIENCE,
    wait,
    random: Math.random,
    closed: signal,
  };
  const [text, ...others] = probeQuestions();
  if (text === undefined) throw new Error('there is nothing to ask');
  const first = await askProbe(text, settings, tools);
  const doesAnswer = first.check.result === 'works';
  const probed = [first];
  // one after the other: a small server of one's own may hold no two requests with media
  for (const question of others) {
    const why = doesAnswer ? whyNot(question, role) : 'Not asked: it does not even answer text.';
    probed.push(
      why === undefined ? await askProbe(question, settings, tools) : skip(question, why),
    );
  }
  const checks = probed.map(({ check }) => check);
  const tokensIn = sum(probed, 'tokensIn');
  const tokensOut = sum(probed, 'tokensOut');
  const costUsd = costOf(tokensIn, tokensOut, settings);
  return {
    checks: [warned(first.check, options), ...checks.slice(1)],
    ...(doesAnswer ? { takes: takesOf(checks, settings) } : {}),
    tokensIn,
    tokensOut,
    ...(costUsd === undefined ? {} : { costUsd }),
  };
}

function whyNot({ what }: ProbeQuestion, role: EndpointKey): string | undefined {
  if (what !== 'video' || role === '*' || role === 'captioner.video') return undefined;
  return 'Not asked: this role gets no video.';
}

function skip({ what }: ProbeQuestion, message: string): Probed {
  return { check: { what, result: 'skipped', message }, tokensIn: 0, tokensOut: 0 };
}

function takesOf(checks: readonly EndpointCheck[], { takes }: EndpointSettings): EndpointTakes {
  const find = (what: EndpointCheck['what']) => checks.find((check) => check.what === what)?.result;
  const works = (what: EndpointCheck['what']) => find(what) === 'works';
  return {
    image: works('image'),
    audio: works('audio'),
    video: find('video') === 'skipped' ? (takes?.video ?? false) : works('video'),
    json: works('json_schema') ? 'json_schema' : works('json_object') ? 'json_object' : 'text',
  };
}

function sum(probed: readonly Probed[], name: 'tokensIn' | 'tokensOut'): number {
  return probed.reduce((total, one) => total + one[name], 0);
}

/** A key that anybody on the way can read is worth a word. */
function warned(check: EndpointCheck, { settings, keys }: EndpointTestOptions): EndpointCheck {
  const { protocol, hostname } = new URL(settings.baseUrl);
  const isOpen = protocol === 'http:' && !isThisMachine(hostname);
  if (!isOpen || keys.find(settings) === undefined) return check;
  return { ...check, message: `${check.message} The key travels unencrypted: use https.` };
}
