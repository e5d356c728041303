import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  MODEL_IDS,
  MODELS,
  type InstanceSpec,
  type ItemSpec,
  type ModelId,
  type SideSpec,
} from './spec.ts';
import {
  captioned,
  combinationOf,
  joinRecords,
  modalityOf,
  PREFIX,
  type DemoRecord,
} from './record.ts';

/** Where the samples go; `written` collects every file for the manifest. */
export interface Target {
  readonly root: string;
  readonly written: Map<string, { how: string; shows: string | undefined; bytes: Buffer }>;
}

export async function put(
  target: Target,
  path: string,
  bytes: Buffer,
  how: string,
  shows?: string,
): Promise<void> {
  const full = join(target.root, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, bytes);
  target.written.set(path, { how, shows, bytes });
}

/** Everything of the instances: media of dataset and models, and their record files. */
export async function writeInstances(
  target: Target,
  specs: readonly InstanceSpec[],
): Promise<void> {
  const files = new Map<string, DemoRecord[]>();
  const add = (path: string, record: DemoRecord) =>
    files.set(path, [...(files.get(path) ?? []), record]);
  for (const spec of specs) {
    const name = `${combinationOf(spec)}.jsonl`;
    const subdomain = spec.folder.replace(/^\d+_/, '');
    const data = join('dataset/data', spec.field, subdomain);
    const input = await writeSide(target, spec, spec.input, data);
    const output = await writeSide(target, spec, spec.output, data);
    const record = recordOf(spec, input, output);
    add(join('dataset/qapairs_placeholder', spec.field, spec.folder, name), record);
    add(join('dataset/qapairs_caption', spec.field, spec.folder, name), {
      ...record,
      output: { ...output, content: captioned(spec.output) },
    });
    for (const model of MODEL_IDS) {
      const answer = spec.answers[model];
      if (answer === undefined) continue;
      const folder = join('predictions', MODELS[model], spec.field, subdomain);
      const side = await writeSide(target, spec, answer, folder);
      add(join(folder, name), predictionOf(spec, model, input, side));
    }
  }
  for (const [path, records] of files)
    await put(target, path, joinRecords(path, records), 'records, written by build/record.ts');
}

const drawn = 'drawn as SVG (draw/), rendered by sharp';
const sounded = 'spoken by espeak-ng or synthesised (sound/), encoded by ffmpeg';
const filmed = 'frames drawn as SVG (draw/), encoded by ffmpeg';
const meshed = 'computed and written by mesh/';
const HOW: Readonly<Record<string, string>> = {
  png: drawn,
  jpg: drawn,
  mp3: sounded,
  wav: sounded,
  m4a: sounded,
  ogg: sounded,
  flac: sounded,
  mp4: filmed,
  webm: filmed,
  obj: meshed,
  mtl: meshed,
  glb: meshed,
  stl: meshed,
  off: meshed,
  ply: meshed,
  pdf: 'written by paper/pdf.ts',
  docx: 'written by paper/docx.ts',
  xlsx: 'written by exceljs, zipped again with fixed dates (paper/xlsx.ts)',
  csv: 'text, in instances/',
  md: 'text, in instances/',
};

interface WrittenSide {
  readonly modal: Record<string, string>;
  readonly content: string;
}

async function writeSide(
  target: Target,
  spec: InstanceSpec,
  side: SideSpec,
  folder: string,
): Promise<WrittenSide> {
  const modal: Record<string, string> = {};
  for (const [tag, item] of Object.entries(side.items)) {
    const value = itemValue(spec, tag, item);
    modal[tag] = value;
    if (item.kind === 'file')
      await put(
        target,
        join(folder, value),
        Buffer.from(await item.make()),
        HOW[item.extension] ?? 'written by build/',
        item.caption,
      );
  }
  return { modal, content: side.content };
}

/** The path of an item's file relative to its subdomain, or its value. */
export function itemValue(spec: InstanceSpec, tag: string, item: ItemSpec): string {
  if (item.kind === 'value') return item.value;
  const modality = modalityOf(tag);
  const number = item.nameNumber ?? Number(/\d+$/.exec(tag)?.[0]);
  const id = spec.id.padStart(4, '0');
  const stem = `${PREFIX[modality]}_${id}_${String(number).padStart(2, '0')}`;
  return `${modality}/${stem}.${item.extension}`;
}

function recordOf(spec: InstanceSpec, input: WrittenSide, output: WrittenSide): DemoRecord {
  return {
    domain: spec.field === 'general_area' ? 'general_domain' : spec.field,
    subdomain: spec.folder.replace(/^\d+_/, ''),
    id: spec.id,
    input,
    output,
    ...(spec.difficulty === undefined ? {} : { difficulty_level: spec.difficulty }),
  };
}

function predictionOf(
  spec: InstanceSpec,
  model: ModelId,
  input: WrittenSide,
  output: WrittenSide,
): DemoRecord {
  const record = recordOf(spec, input, output);
  if (model === 'aria') return record;
  const { input: _input, ...rest } = record;
  return model === 'polyglot' ? { ...rest, id: String(Number(spec.id)) } : rest;
}
