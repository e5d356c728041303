// Every system that is read. Adding one is a reader and a line here, and its name in the model.
import { AppError } from '../../../../shared/api/errors.ts';
import { NATIVE_SYSTEMS, type NativeSystem } from '../../../../shared/model/native.ts';
import { anygptReader } from './anygpt/read.ts';
import { mioReader } from './mio.ts';
import { nextgptReader } from './nextgpt/read.ts';
import { omniIoReader } from './omni-io/read.ts';
import type { NativeFolder, NativeReader } from './types.ts';

// what is surest to be told apart comes first: any of them may hold texts
const READERS: readonly NativeReader[] = [omniIoReader, mioReader, anygptReader, nextgptReader];

/** What a folder is, and what of it says so. */
export interface Recognised {
  readonly reader: NativeReader;
  readonly evidence: string;
}

/** @returns undefined when the folder is none of the systems' */
export async function recogniseSystem(folder: NativeFolder): Promise<Recognised | undefined> {
  for (const reader of READERS) {
    const evidence = await reader.recognise(folder);
    if (evidence !== undefined) return { reader, evidence };
  }
  return undefined;
}

/**
 * The reader for a folder: of the system that is named, or of the one that is recognised.
 *
 * @throws AppError 'bad-input' when the folder is another system's or none's
 */
export async function chooseReader(
  folder: NativeFolder,
  system: NativeSystem | undefined,
): Promise<NativeReader> {
  const named = READERS.find((reader) => reader.system === system);
  if (named !== undefined && (await named.recognise(folder)) !== undefined) return named;
  const recognised = await recogniseSystem(folder);
  if (named === undefined && recognised !== undefined) return recognised.reader;
  const wanted = named === undefined ? 'a native folder' : NATIVE_SYSTEMS[named.system].label;
  const lacks =
    named === undefined
      ? `it is none that is known: ${Object.values(NATIVE_SYSTEMS)
          .map(({ label, holds }) => `${label} has ${holds}`)
          .join('; ')}`
      : `it has no ${NATIVE_SYSTEMS[named.system].holds}`;
  const looks =
    recognised === undefined
      ? 'Choose the folder that the system wrote to.'
      : `It holds ${recognised.evidence}, as ${NATIVE_SYSTEMS[recognised.reader.system].label} does: choose that.`;
  throw new AppError(
    'bad-input',
    `Cannot read the folder as ${wanted}: ${lacks}. ${looks} "${folder.dir}"`,
    recognised === undefined ? {} : { details: { system: recognised.reader.system } },
  );
}
