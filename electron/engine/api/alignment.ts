import { listHandPairs, removeHandPairs, saveHandPair } from '../db/hand-pairs.ts';
import { createFeatureReader } from '../media/alike/item-features.ts';
import type { Workspace } from '../project/workspace.ts';
import {
  alignedFiles,
  alignedSides,
  alignSides,
  checkPair,
  pairsToForget,
} from '../query/alignment.ts';
import { readInstance } from '../query/instance-detail.ts';
import type { HandlersOf } from './handlers.ts';

/** Answers `alignment.*`. */
export function createAlignmentHandlers(workspace: Workspace): HandlersOf<'alignment'> {
  const reader = createFeatureReader();
  const read = (key: string, models: readonly string[]) => {
    const { db, query } = workspace.required();
    return alignedSides(readInstance(db, query.media(), key, models), models);
  };
  return {
    'alignment.get': async ({ key, models }) => {
      const session = workspace.required();
      const aligned = read(key, models);
      const { features, rest } = await reader.read(alignedFiles(aligned));
      void rest?.then(() => {
        if (workspace.current() === session) workspace.emit('alignment.changed', { key });
      });
      const rows = alignSides(aligned, features, listHandPairs(session.db, key));
      return { alignment: { ...rows, isPending: rest !== undefined } };
    },
    'alignment.pair': ({ key, models, model, centreIndex, index }) => {
      const { write } = workspace.required();
      const sides = { key, ...checkPair(read(key, models), model, { centreIndex, index }) };
      const blocks = {
        ...(centreIndex === undefined ? {} : { centreBlock: centreIndex }),
        ...(index === undefined ? {} : { ownBlock: index }),
      };
      const at = new Date(workspace.options.clock()).toISOString();
      write('keep the pair', (db) => saveHandPair(db, sides, blocks, at));
      workspace.emit('alignment.changed', { key });
      return {};
    },
    'alignment.reset': ({ key, models, model, isStale }) => {
      const { db, write } = workspace.required();
      const gone = pairsToForget(read(key, models), listHandPairs(db, key), model, isStale);
      write('forget the pairs', (writable) =>
        removeHandPairs(
          writable,
          gone.map(({ id }) => id),
        ),
      );
      workspace.emit('alignment.changed', { key });
      return {};
    },
  };
}
