// A dataset and a model's answers in which every string that the app shows attacks it.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeHostileFiles } from './hostile-files.ts';
import { HIDDEN_TRICKS, HOSTILE_MARKUP, HOSTILE_NAME, HOSTILE_TEXT } from './payloads.ts';

/** Folders to import, and where the instance stands in the app. */
export interface HostileProject {
  readonly dataset: string;
  readonly predictions: string;
  readonly results: string;
  readonly model: string;
  readonly key: string;
  /** One whose items can all be captioned, so that it is judged. */
  readonly judgedKey: string;
}

const ID = '1';
const JUDGED_ID = '2';
const FIELD = { domain: 'natural_science', subdomain: 'chemistry' };

/** Writes the project below a folder. */
export async function writeHostileProject(dir: string): Promise<HostileProject> {
  const model = HOSTILE_NAME;
  const dataset = join(dir, 'dataset');
  const predictions = join(dir, 'predictions', model);
  const results = join(dir, 'results', model);
  const media = 'data/natural_science/chemistry';
  const names = await writeHostileFiles(join(dataset, media));
  await writeHostileFiles(join(predictions, 'media'));
  const modal = (folder: string) => ({
    image1: `${folder}/${names.svg}`,
    image2: `${folder}/${names.named}`,
    image3: `${folder}/${names.reversed}`,
    document1: `${folder}/${names.docx}`,
    document2: `${folder}/${names.pdf}`,
    document3: `${folder}/${names.csv}`,
    document4: `${folder}/${names.markdown}`,
    document5: `${folder}/${names.xlsx}`,
    code1: HOSTILE_MARKUP.join('\n'),
    video1: 'http://evil.test/video.mp4',
    audio1: `../../${HOSTILE_NAME}.mp3`,
  });
  const tags = Object.keys(modal(''));
  const captioned = (tag: string, at: number) => `<${tag}: ${HOSTILE_MARKUP[at] ?? HOSTILE_NAME}>`;
  const side = (folder: string, tagOf: (tag: string, at: number) => string) => ({
    modal: modal(folder),
    content: `${HOSTILE_TEXT}\n\n${HIDDEN_TRICKS}\n\n${tags.map(tagOf).join(' ')}`,
  });
  const plain = (tag: string) => `<${tag}>`;
  const record = {
    ...FIELD,
    id: ID,
    input: side(media, plain),
    output: side(media, plain),
    capability: HOSTILE_MARKUP[0],
  };
  const small = (folder: string) => ({
    modal: { image1: `${folder}/${names.named}` },
    content: `<image1> ${HOSTILE_TEXT}`,
  });
  const write = async (path: string, records: readonly unknown[]) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, records.map((value) => `${JSON.stringify(value)}\n`).join(''));
  };
  await write(join(dataset, 'natural_science', 'chemistry', 'all_all.jsonl'), [
    record,
    { ...FIELD, id: JUDGED_ID, input: small(media), output: small(media) },
    // a line that cannot be read is told with what stands in it
    { ...FIELD, id: HOSTILE_NAME, input: { content: HOSTILE_TEXT }, output: HOSTILE_MARKUP },
  ]);
  await write(join(predictions, 'predictions.jsonl'), [
    { ...FIELD, id: ID, output: side('media', captioned) },
    { ...FIELD, id: JUDGED_ID, output: small('media') },
    { ...FIELD, id: HOSTILE_NAME, output: HOSTILE_TEXT },
  ]);
  await write(join(results, 'gq.jsonl'), [
    { ...FIELD, id: ID, output: side('media', plain), scores: { image1: 50, [HOSTILE_NAME]: 10 } },
  ]);
  const keyOf = (id: string) => `natural_science/chemistry/${id}`;
  return { dataset, predictions, results, model, key: keyOf(ID), judgedKey: keyOf(JUDGED_ID) };
}
