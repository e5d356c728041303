import type { NativeProblem } from '../../../../../shared/model/native.ts';
import { createIndexes, modalityOfFile, orphanOf, readText, tidyParts } from '../answer-text.ts';
import { byName } from '../list-native-folder.ts';
import {
  samplePath,
  type NativeFile,
  type NativeFolder,
  type NativeItem,
  type NativePart,
  type NativeReader,
  type NativeReading,
  type NativeReadOptions,
  type NativeSample,
} from '../types.ts';
import { pairFiles, type TurnFiles } from './pair-files.ts';
import { parseResponses, type Turn } from './parse-response.ts';

const RESPONSES = /^responses?\.txt$/i;

export const anygptReader: NativeReader = {
  system: 'anygpt',
  async recognise(folder) {
    const texts = folder.files.filter(({ name }) => RESPONSES.test(name));
    for (const text of texts) {
      const content = (await readText(text, [])) ?? '';
      if (/\[MMGPT\]:|\[Human\]:/.test(content)) return `“${text.name}” with “[MMGPT]:”`;
    }
    return undefined;
  },
  read,
};

async function read(folder: NativeFolder, { signal }: NativeReadOptions): Promise<NativeReading> {
  const problems: NativeProblem[] = [];
  const samples: NativeSample[] = [];
  const texts = new Set<string>();
  let cutOff = 0;
  for (const [, files] of [...folder.byFolder].sort(([a], [b]) => byName(a, b))) {
    signal.throwIfAborted();
    const source = files.find(({ name }) => RESPONSES.test(name));
    if (source === undefined) continue;
    texts.add(source.path);
    const turns = parseResponses((await readText(source, problems)) ?? '');
    const media = files.filter(({ name }) =>
      ['image', 'audio'].includes(modalityOfFile(name) ?? ''),
    );
    const pairing = pairFiles(turns, media);
    turns.forEach((turn, index) => {
      const own = pairing.turns[index];
      if (own === undefined) return;
      cutOff += turn.cut;
      samples.push(sampleOf(source, turn, index + 1, own, problems));
    });
  }
  return { samples, problems, texts, cutOff };
}

function sampleOf(
  source: NativeFile,
  turn: Turn,
  number: number,
  files: TurnFiles,
  problems: NativeProblem[],
): NativeSample {
  const name = String(number);
  const { folder, path: file } = source;
  const indexOf = createIndexes();
  const parts = turn.parts.map((part, place): NativePart => {
    if (part.kind === 'text') return part;
    const modality = part.span === 'image' ? 'image' : 'audio';
    const own = files.bySpan.get(place);
    const item: NativeItem = {
      modality,
      index: indexOf(modality),
      markers: [`the ${part.span} span`],
      files: own === undefined ? [] : [own.path],
      as: 'copy',
    };
    return { kind: 'item', item };
  });
  const orphans = files.beyond.map(({ path, name: own }) => {
    const modality = modalityOfFile(own) ?? 'image';
    return orphanOf(modality, indexOf(modality), path);
  });
  const sample = { folder, name, file, line: turn.line, parts: tidyParts(parts), orphans };
  sayWhatWasWrong(sample, turn, files, problems);
  return sample;
}

function sayWhatWasWrong(
  sample: NativeSample,
  turn: Turn,
  files: TurnFiles,
  problems: NativeProblem[],
): void {
  const path = samplePath(sample);
  const { file, line = 1 } = sample;
  const say = (code: NativeProblem['code'], severity: 'warning' | 'info', message: string) =>
    problems.push({ code, severity, file, line, sample: path, message });
  if (turn.cut > 0 || !turn.isClosed) {
    const spans = turn.cut === 0 ? '' : ` Spans that were not closed, and dropped: ${turn.cut}.`;
    const end = turn.isClosed ? '' : ' It has no "<eos>".';
    say('cut-off', 'warning', `Sample "${path}" is truncated.${end}${spans}`);
  }
  if (turn.stray > 0) {
    const message = `Took closing tokens without a span out of sample "${path}": ${turn.stray}.`;
    say('stray-token', 'info', message);
  }
  if (turn.hasTranscript) {
    const message = `Sample "${path}" repeats what was said ("<-Ins->"); only its reply is kept.`;
    say('stray-token', 'info', message);
  }
  if (files.isAmbiguous) {
    const why = 'other instructions begin alike, and there are not as many files as spans';
    const message = `Paired the files of sample "${path}" by time: ${why}. Check them.`;
    say('ambiguous', 'warning', message);
  }
}
