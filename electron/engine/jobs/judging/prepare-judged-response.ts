import { captionerOf } from '../../../../shared/model/endpoint.ts';
import type { CallFinder } from '../../db/calls.ts';
import type { OutcomeDraft } from '../../db/outcomes.ts';
import type { Side } from '../../db/sequences.ts';
import type { Question } from '../../judges/define.ts';
import {
  askCoherence,
  askSc,
  CAPTION_FORM,
  emptyResponseSc,
  PROMPT_OF_FORM,
  type JudgeReply,
} from '../../judges/index.ts';
import {
  noTask,
  type ContentHasher,
  type DoerItem,
  type NoTask,
  type PlannedCall,
  type Task,
} from '../scoring/define-doer.ts';
import { askTheJudge, judgedKey, recordOf, toOutcome } from './ask-judge.ts';
import { toCaptioned } from './captioner.ts';
import {
  identifyResponse,
  isEmptyResponse,
  type NamedItem,
  type ResponseMetric,
} from './identify-response.ts';
import { timed, type JudgeHands } from './judge-hands.ts';
import { formOfMetric, promptOf, type JudgeSetup } from './judge-setup.ts';
import { planJudgeCalls, planUnknownCalls } from './plan-judge-calls.ts';
import { putIntoWords } from './put-into-words.ts';
import { readKept } from './read-kept.ts';
import type { ResponseReader, ResponseToRead } from './read-response.ts';
import { sideInWords } from './side-in-words.ts';

/** What has to be known of responses that are judged. */
export interface JudgedResponseOptions {
  readonly setup: JudgeSetup;
  readonly calls: CallFinder;
  readonly hashOf: ContentHasher;
  readonly readResponse: ResponseReader;
}

type ResponsePreparer = (
  response: DoerItem['response'],
  metric: ResponseMetric,
) => Promise<Task<JudgeHands> | NoTask>;

/** Semantic correctness and coherence of whole responses. */
export function createJudgedResponsePreparer(options: JudgedResponseOptions): ResponsePreparer {
  const { setup, calls, hashOf, readResponse } = options;
  return async (response, metric) => {
    const read = readResponse(response);
    if (read === undefined)
      return noTask('not-run', 'The instance is not in the project any more.');
    const named = await identifyResponse(setup, calls, read, metric, hashOf);
    if (named.kind === 'none') return named;
    const { contentHash, items } = named;
    const form = formOfMetric(metric, undefined);
    return {
      kind: 'task',
      key: contentHash === undefined ? undefined : judgedKey(setup, metric, form, contentHash),
      calls: () => (isEmptyResponse(read) ? [] : planCalls(setup, calls, read, metric, items)),
      found: ({ keeper }) => {
        // the response may have been imported anew since
        for (const { item, captioned } of knownCaptions(calls, items)) {
          keeper.keepCaption(item.sequenceId, item.tag, captioned);
        }
      },
      compute: timed(async (hands) => await judge(setup, hands, read, metric, items)),
    };
  };
}

async function judge(
  setup: JudgeSetup,
  hands: JudgeHands,
  read: ResponseToRead,
  metric: ResponseMetric,
  items: readonly NamedItem[],
): Promise<OutcomeDraft> {
  if (isEmptyResponse(read)) {
    return toOutcome([emptyResponseSc(setup.scoring)], recordOf(setup, [], []));
  }
  const inWords = await Promise.all(items.map((item) => putIntoWords(setup, hands, item)));
  const captions = inWords.map(({ caption }) => caption);
  const words = createWords();
  for (const one of inWords) {
    if (one.kind === 'none') {
      const { code, reason } = one;
      return { status: 'unscored', code, reason, components: recordOf(setup, captions, []) };
    }
    words.add(one.caption.side, one.caption.tag, one.text);
  }
  const form = formOfMetric(metric, undefined);
  const question = (repeat: number) => ask(metric, setup, read, words, repeat);
  return await askTheJudge(setup, hands.desk, { form, question, captions });
}

/** The words for the items of each side, by tag. */
type Words = ReturnType<typeof createWords>;
function createWords() {
  const bySide = new Map<Side, Map<string, string>>();
  return {
    add(side: Side, tag: string, text: string) {
      bySide.set(side, (bySide.get(side) ?? new Map<string, string>()).set(tag, text));
    },
    of: (side: Side): ReadonlyMap<string, string> => bySide.get(side) ?? new Map<string, string>(),
  };
}

function ask(
  metric: ResponseMetric,
  setup: JudgeSetup,
  read: ResponseToRead,
  words: Words,
  repeat: number,
): Question<JudgeReply> {
  const prompt = promptOf(setup, PROMPT_OF_FORM[formOfMetric(metric, undefined)]);
  const textOf = (side: Side) => sideInWords(read[side], words.of('task'), words.of(side));
  const task = textOf('task');
  const response = textOf('response');
  if (metric === 'coherence') return askCoherence({ prompt, repeat, task, response });
  return askSc({ prompt, repeat, task, reference: textOf('reference'), response });
}

/** Items that are in words already, because a captioner was asked before. */
function knownCaptions(calls: CallFinder, items: readonly NamedItem[]) {
  return items.flatMap(({ item, ...named }) => {
    if (named.kind !== 'ask') return [];
    const call = calls.find(named.request.callKey);
    const captioned = call && toCaptioned(readKept(call, CAPTION_FORM));
    return captioned?.status === 'captioned' ? [{ item, captioned }] : [];
  });
}

/** With all words known the questions to the judge are, too; else their number is. */
function planCalls(
  setup: JudgeSetup,
  calls: CallFinder,
  read: ResponseToRead,
  metric: ResponseMetric,
  items: readonly NamedItem[],
): PlannedCall[] {
  const known = new Map(knownCaptions(calls, items).map((one) => [one.item, one.captioned.text]));
  const words = createWords();
  const planned: PlannedCall[] = [];
  let unknown = 0;
  for (const named of items) {
    const { item } = named;
    const text = named.kind === 'text' ? named.text : known.get(item);
    if (text !== undefined) words.add(item.side, item.tag, text);
    else unknown += 1;
    if (item.words.kind !== 'ask') continue;
    const { found, modality } = item.words;
    const callKey = named.kind === 'ask' ? named.request.callKey : undefined;
    const name = callKey ?? (found.kind === 'file' ? found.path : found.text);
    const characters = found.kind === 'inline' ? found.text.length : 0;
    const isOfResponse = item.side === 'response';
    planned.push({ role: captionerOf(modality), name, callKey, isOfResponse, characters });
  }
  const question = (repeat: number) => ask(metric, setup, read, words, repeat);
  if (unknown === 0) return [...planned, ...planJudgeCalls(setup, question)];
  const name = `${metric} ${JSON.stringify(read)}`;
  const like = question(0);
  return [...planned, ...planUnknownCalls(setup, name, like, unknown * CAPTION_CHARACTERS)];
}

/** A dense caption is about so long. */
const CAPTION_CHARACTERS = 900;
