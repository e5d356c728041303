import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePicture } from '../../builders/pictures.ts';

/** Instances of their own beside the synthetic ones, and two models' answers to them. */
export interface JudgedData {
  readonly dataset: string;
  readonly predictions: readonly { readonly model: string; readonly path: string }[];
  readonly textModel: string;
  readonly pictureModel: string;
}

const SUBDOMAIN = 'judged';
const TEXTS = 'Writer';
const PICTURES = 'Draughtsman';
const PICTURE_PX = 320;
/** About as long as answers of UniM are. */
const FILLER = 'A sentence that says something of the matter, with a figure and a reason in it. ';

/**
 * @param texts  instances whose answer is text
 * @param pictures  instances whose answer has a picture, all different
 */
export function writeJudgedData(
  dir: string,
  { texts, pictures }: { readonly texts: number; readonly pictures: number },
): JudgedData {
  const ids = Array.from({ length: texts }, (_, at) => `j${at + 1}`);
  const drawn = ids.slice(0, pictures);
  const dataset = join(dir, 'judged');
  const folder = join(dataset, 'natural_science', SUBDOMAIN);
  mkdirSync(folder, { recursive: true });
  const head = (id: string) => ({ domain: 'natural_science', subdomain: SUBDOMAIN, id });
  const write = (path: string, records: readonly unknown[]) =>
    writeFileSync(path, records.map((record) => JSON.stringify(record)).join('\n'));
  const text = (id: string, who: string) => `${who} on ${id}. ${FILLER.repeat(15)}`;
  write(
    join(folder, 'text_text.jsonl'),
    ids.map((id) => ({
      ...head(id),
      input: { modal: {}, content: text(id, 'The task') },
      output: { modal: {}, content: text(id, 'The reference') },
    })),
  );
  const answers = join(dir, TEXTS);
  mkdirSync(answers, { recursive: true });
  write(
    join(answers, 'answers.jsonl'),
    ids.map((id) => ({ ...head(id), output: { modal: {}, content: text(id, 'The answer') } })),
  );
  const drawings = join(dir, PICTURES);
  mkdirSync(join(drawings, 'image'), { recursive: true });
  drawn.forEach((id, at) => {
    writeFileSync(join(drawings, 'image', `${id}.png`), makePicture(at + 1, PICTURE_PX));
  });
  write(
    join(drawings, 'answers.jsonl'),
    drawn.map((id) => ({
      ...head(id),
      output: { modal: { image1: `image/${id}.png` }, content: `${text(id, 'Drawn')} <image1>` },
    })),
  );
  return {
    dataset,
    predictions: [
      { model: TEXTS, path: answers },
      { model: PICTURES, path: drawings },
    ],
    textModel: TEXTS,
    pictureModel: PICTURES,
  };
}
