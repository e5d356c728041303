import { textWithoutTags } from '../../../../shared/interleave/expand.ts';
import type { ModalityId } from '../../../../shared/model/modality.ts';
import {
  askCodeQuality,
  askDocumentQuality,
  askTextQuality,
  PROMPT_OF_FORM,
  type JudgeForm,
  type JudgeReply,
} from '../../judges/index.ts';
import type { Question } from '../../judges/define.ts';
import { captionLimits } from '../../modalities/caption-input.ts';
import {
  noTask,
  type ContentHasher,
  type DoerItem,
  type NoTask,
  type Source,
  type Task,
} from '../scoring/define-doer.ts';
import type { ItemFinder } from '../scoring/find-item.ts';
import { TEXT_TAG } from '../scoring/item-tag.ts';
import { formOf, sha256 } from '../scoring/outcome-key.ts';
import { notInPlans } from '../scoring/prepare-scored.ts';
import { askTheJudge, judgedKey } from './ask-judge.ts';
import { timed, type JudgeHands } from './judge-hands.ts';
import { formOfMetric, promptOf, type JudgeSetup } from './judge-setup.ts';
import { planJudgeCalls, planUnknownCalls } from './plan-judge-calls.ts';
import { prepareItem } from './prepare-item.ts';
import type { ResponseReader } from './read-response.ts';

/** What has to be known of items that are judged. */
export interface JudgedItemOptions {
  readonly setup: JudgeSetup;
  readonly hashOf: ContentHasher;
  readonly findItem: ItemFinder;
  readonly readResponse: ResponseReader;
}

/** What is read of a file of code or of a document is about so long. */
const FILE_CHARACTERS = 4000;
/** The judge only reads: of documents their text, also where it has to be read off pictures. */
const TEXT_ONLY = captionLimits({ image: false, audio: false, video: false });

type ItemPreparer = (
  response: DoerItem['response'],
  tag: string,
  modality: ModalityId,
) => Promise<Task<JudgeHands> | NoTask>;

/** Quality of a response's text, of its code and of its documents. */
export function createJudgedItemPreparer(options: JudgedItemOptions): ItemPreparer {
  const { setup, hashOf, findItem, readResponse } = options;

  function ofText(form: JudgeForm, text: string): Task<JudgeHands> {
    const question = (repeat: number) => askQuality(form, setup, text, repeat);
    return {
      kind: 'task',
      key: judgedKey(setup, 'GQ', form, sha256(text)),
      calls: () => planJudgeCalls(setup, question),
      compute: timed(
        async ({ desk }) => await askTheJudge(setup, desk, { form, question, captions: [] }),
      ),
    };
  }

  async function ofFile(
    form: JudgeForm,
    found: Source,
    modality: 'code' | 'document',
  ): Promise<Task<JudgeHands> | NoTask> {
    const hashed = await hashOf(found);
    if (hashed.kind === 'none') return hashed;
    const name = found.kind === 'file' ? found.path : sha256(found.text);
    const calls = () =>
      planUnknownCalls(setup, `${form} ${name}`, askQuality(form, setup, '', 0), FILE_CHARACTERS);
    if (hashed.kind === 'unread')
      return { kind: 'task', key: undefined, calls, compute: notInPlans };
    const { contentHash, state } = hashed;
    return {
      kind: 'task',
      key: judgedKey(setup, 'GQ', form, sha256(JSON.stringify([formOf(found), contentHash]))),
      calls,
      compute: timed(async ({ desk, ask }) => {
        const read = await prepareItem(ask, { modality, found, state }, TEXT_ONLY);
        if (read.kind === 'none') return read.draft;
        const parts = read.prepared.parts.flatMap((part) =>
          part.type === 'text' ? part.text : [],
        );
        const text = parts.join('\n\n');
        const question = (repeat: number) => askQuality(form, setup, text, repeat);
        return await askTheJudge(setup, desk, { form, question, captions: [] });
      }),
    };
  }

  return async (response, tag, modality) => {
    const form = formOfMetric('GQ', modality);
    if (tag === TEXT_TAG) {
      const text = textWithoutTags(readResponse(response)?.response.content ?? '');
      if (text !== '') return ofText(form, text);
      return noTask('not-run', 'The response has no text of its own any more.');
    }
    const found = findItem(response, tag);
    if (found.kind === 'none') return noTask(found.code, found.reason);
    if (modality === 'code' || modality === 'document') return await ofFile(form, found, modality);
    if (found.kind === 'inline') return ofText(form, found.text);
    return noTask('unsupported', 'A file of text is not judged.');
  };
}

function askQuality(
  form: JudgeForm,
  setup: JudgeSetup,
  text: string,
  repeat: number,
): Question<JudgeReply> {
  const asking = { prompt: promptOf(setup, PROMPT_OF_FORM[form]), repeat };
  switch (form) {
    case 'unim_text_quality':
      return askTextQuality({ ...asking, text });
    case 'unim_code_quality':
      return askCodeQuality({ ...asking, code: text });
    case 'unim_document_quality':
      return askDocumentQuality({ ...asking, document: text });
    case 'unim_sc':
    case 'unim_coherence':
      throw new Error(`${form} is not asked of an item`);
  }
}
