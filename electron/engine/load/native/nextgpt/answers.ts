// Where NExT-GPT's texts come from: a text file an answer, a conversation, or JSON records.
import type { NativeProblem } from '../../../../../shared/model/native.ts';
import { readRecords } from '../../record-stream.ts';
import { readText } from '../answer-text.ts';
import type { NativeFile } from '../types.ts';

/** An answer with what was asked, which names its files. */
export interface AnswerText {
  readonly file: NativeFile;
  readonly line?: number;
  /** Name of the sample inside its folder. */
  readonly name: string;
  readonly prompt: string;
  readonly text: string;
}

const TEXT = /\.(?:txt|md)$/i;
const RECORDS = /\.(?:jsonl?|ndjson)$/i;
const TURN = /###\s*Human:\s*([\s\S]*?)###\s*Assistant:\s*([\s\S]*?)(?=###|$)/g;
const ANSWER_FIELDS = ['response', 'output', 'answer', 'text', 'prediction', 'generated_text'];
const PROMPT_FIELDS = ['prompt', 'instruction', 'question', 'query', 'input'];
const NAME_FIELDS = ['id', 'sample', 'sample_id', 'name', 'index'];

/** Whether a file's name lets it hold answers. */
export function mayHoldAnswers({ name }: NativeFile): boolean {
  return TEXT.test(name) || RECORDS.test(name);
}

/** The answers of one file, none where it holds none. */
export async function answersIn(
  file: NativeFile,
  problems: NativeProblem[],
): Promise<AnswerText[]> {
  if (RECORDS.test(file.name)) return await answersInRecords(file);
  const text = await readText(file, problems);
  if (text === undefined) return [];
  const stem = file.name.replace(TEXT, '');
  const turns = [...text.matchAll(TURN)];
  if (turns.length === 0) return [{ file, name: stem, prompt: stem, text }];
  return turns.map((turn, index) => ({
    file,
    line: text.slice(0, turn.index).split('\n').length,
    name: turns.length === 1 ? stem : `${stem}/${index + 1}`,
    prompt: (turn[1] ?? '').trim(),
    text: turn[2] ?? '',
  }));
}

async function answersInRecords(file: NativeFile): Promise<AnswerText[]> {
  const answers: AnswerText[] = [];
  const stem = file.name.replace(RECORDS, '');
  for await (const { records } of readRecords(file.path)) {
    for (const { value, line } of records) {
      for (const one of Array.isArray(value) ? value : [value]) {
        const text = fieldOf(one, ANSWER_FIELDS);
        if (text === undefined) continue;
        const name = fieldOf(one, NAME_FIELDS) ?? `${stem}/${answers.length + 1}`;
        answers.push({ file, line, name, prompt: fieldOf(one, PROMPT_FIELDS) ?? name, text });
      }
    }
  }
  return answers;
}

function fieldOf(record: unknown, names: readonly string[]): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const fields = record as Readonly<Record<string, unknown>>;
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}
