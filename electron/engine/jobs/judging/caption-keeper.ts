import {
  prepareAskedCaptionFinder,
  prepareAskedCaptionWriter,
  prepareCaptionTextWriter,
} from '../../db/captions.ts';
import type { WritableDb } from '../../db/handle.ts';
import { prepareDirtyMark } from '../../db/search-rows.ts';
import { ownerOf } from '../../db/sequences.ts';
import { sha256 } from '../scoring/outcome-key.ts';
import type { ResultWriter } from '../scoring/result-writer.ts';
import type { Captioned } from './captioner.ts';

/** Keeps what items are called, behind the results of a run. */
export interface CaptionKeeper {
  /** The caption of an item, which is then shown with it and found by search. */
  readonly keepCaption: (
    sequenceId: number,
    tag: string,
    captioned: Extract<Captioned, { status: 'captioned' }>,
  ) => void;
  /** A text that a judgement used and nobody was asked for. @returns its hash */
  readonly keepText: (text: string) => string;
}

/** @param db  the run's writing connection */
export function createCaptionKeeper(
  db: WritableDb,
  { note }: Pick<ResultWriter, 'note'>,
): CaptionKeeper {
  const find = prepareAskedCaptionFinder(db);
  const save = prepareAskedCaptionWriter(db);
  const saveText = prepareCaptionTextWriter(db);
  const instanceOf = db
    .prepare<[number], number>('SELECT instance_id FROM responses WHERE id = ?')
    .pluck();
  const texts = new Set<string>();

  function markDirty(sequenceId: number): void {
    const { side, owner } = ownerOf(sequenceId);
    const instanceId = side === 'response' ? instanceOf.get(owner) : owner;
    // a mark of its own each time: what was marked before may have been indexed since
    if (instanceId !== undefined) prepareDirtyMark(db)(instanceId);
  }

  return {
    keepCaption(sequenceId, tag, { callId, text, reply }) {
      if (find(sequenceId, tag) === callId) return;
      const caption = text === reply ? undefined : text;
      note(() => {
        if (save({ sequenceId, tag, callId, caption })) markDirty(sequenceId);
      });
    },
    keepText(text) {
      const hash = sha256(text);
      if (!texts.has(hash)) note(() => saveText(hash, text));
      texts.add(hash);
      return hash;
    },
  };
}
