import { resolve } from 'node:path';
import { parseTagName } from '../../../shared/interleave/parse.ts';
import type { NativeRequest } from '../../../shared/model/native.ts';
import { listInputTags } from '../db/input-numbers.ts';
import { listInstances } from '../db/instances.ts';
import type { ReadableDb } from '../db/handle.ts';
import {
  convertNative,
  lookAtNative,
  previewNative,
  type NativeJob,
} from '../load/native/convert.ts';
import {
  highestNumbers,
  targetsOfDataset,
  type NativeTarget,
  type NativeTargets,
} from '../load/native/targets.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Handler } from './handlers.ts';

interface NativeHandlers {
  readonly 'import.nativeLook': Handler<'import.nativeLook'>;
  readonly 'import.nativePreview': Handler<'import.nativePreview'>;
  readonly 'import.nativeWrite': Handler<'import.nativeWrite'>;
}

/** Answers `import.native…`. */
export function createNativeHandlers(workspace: Workspace): NativeHandlers {
  async function jobOf(request: NativeRequest, signal: AbortSignal): Promise<NativeJob> {
    const { system, dir, rule, dataset, joinVideo } = request;
    const open = workspace.current()?.db;
    const targets =
      dataset !== undefined
        ? await targetsOfDataset(resolve(dataset), signal)
        : open === undefined
          ? undefined
          : targetsOfProject(open);
    return { system, dir: resolve(dir), rule, targets, joinVideo };
  }
  return {
    'import.nativeLook': async ({ dir }, signal) => {
      const db = workspace.current()?.db;
      const scopes = db === undefined ? [] : listScopes(db);
      return await lookAtNative(resolve(dir), scopes, signal);
    },
    'import.nativePreview': async (request, signal) =>
      await previewNative(await jobOf(request, signal), signal),
    'import.nativeWrite': async ({ out, ...request }, signal) =>
      await convertNative(await jobOf(request, signal), resolve(out), signal),
  };
}

function listScopes(db: ReadableDb): string[] {
  return [...new Set(listInstances(db).map(({ field, subdomain }) => `${field}/${subdomain}`))];
}

function targetsOfProject(db: ReadableDb): NativeTargets {
  const tags = Map.groupBy(listInputTags(db), ({ instanceId }) => instanceId);
  return new Map(
    listInstances(db).map((instance): [string, NativeTarget] => {
      const { id, key, field, subdomain, recordId, ordinal } = instance;
      const names = (tags.get(id) ?? []).flatMap(({ tag }) => parseTagName(tag) ?? []);
      const input = highestNumbers(names);
      return [key, { key, field, subdomain, id: recordId, ordinal, input }];
    }),
  );
}
