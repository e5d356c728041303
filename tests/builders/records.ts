import { join } from 'node:path';
import { writeText } from './folders.ts';

/** A side as a record has it: content, and `modal` entries by tag. */
export interface SideText {
  readonly content: string;
  readonly modal?: Readonly<Record<string, string>>;
}

export interface RecordText {
  readonly domain?: string;
  readonly subdomain?: string;
  readonly id: string;
  readonly input?: SideText;
  readonly output?: SideText;
  readonly difficulty_level?: number;
  readonly [extra: string]: unknown;
}

const withModal = ({ content, modal = {} }: SideText) => ({ modal, content });

/** A record of natural_science/chemistry; sides that are not given are left out. */
export function record({ id, input, output, ...rest }: RecordText): unknown {
  return {
    domain: 'natural_science',
    subdomain: 'chemistry',
    id,
    ...(input === undefined ? {} : { input: withModal(input) }),
    ...(output === undefined ? {} : { output: withModal(output) }),
    ...rest,
  };
}

/** An instance that asks for an image of a picture given. */
export function instanceRecord(id: string, extra: Partial<RecordText> = {}): unknown {
  return record({
    id,
    input: { content: 'Look at <image1> and draw it.', modal: { image1: 'image/in.png' } },
    output: { content: 'Here it is: <image2>', modal: { image2: 'image/out.png' } },
    ...extra,
  });
}

/** A model's answer to {@link instanceRecord}. */
export function answerRecord(id: string, extra: Partial<RecordText> = {}): unknown {
  return record({
    id,
    output: { content: 'My drawing: <image2>', modal: { image2: 'image/drawn.png' } },
    ...extra,
  });
}

/** Writes records as real files have them: pretty-printed, one after another. @returns the path */
export function writeRecords(path: string, records: readonly unknown[]): string {
  return writeText(
    path,
    `${records.map((value) => JSON.stringify(value, undefined, 2)).join('\n')}\n`,
  );
}

/** A dataset folder with one file of natural_science/chemistry. @returns the folder */
export function writeDataset(dir: string, records: readonly unknown[]): string {
  const folder = join(dir, 'dataset');
  writeRecords(join(folder, 'natural_science', 'chemistry', 'image_image.jsonl'), records);
  return folder;
}

/** A model's predictions, one file. @returns the folder */
export function writePredictions(dir: string, model: string, records: readonly unknown[]): string {
  const folder = join(dir, 'predictions', model);
  writeRecords(join(folder, 'predictions.jsonl'), records);
  return folder;
}
