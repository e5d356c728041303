// A local program while it is typed: one line as in a terminal, split into arguments without any shell. Pure.
import { AgentCommand, type AgentCommandKind } from '../../shared/model/agent.ts';

export interface CommandDraft {
  readonly line: string;
  /** Of the file that it writes. */
  readonly ending: string;
  readonly seconds: string;
}

type CommandErrors = Partial<Record<keyof CommandDraft, string>>;

type ParsedCommand =
  /** Nothing was typed. */
  | { readonly status: 'none' }
  | { readonly status: 'ok'; readonly value: AgentCommand }
  | { readonly status: 'wrong'; readonly errors: CommandErrors };

/** What most programs of a kind write. */
const USUAL_ENDINGS: Readonly<Record<AgentCommandKind, string>> = {
  image: 'png',
  speech: 'wav',
  video: 'mp4',
  threeD: 'glb',
};

export const emptyCommand = (kind: AgentCommandKind): CommandDraft => ({
  line: '',
  ending: USUAL_ENDINGS[kind],
  seconds: '600',
});

/** Reads a form; what is wrong is told by field. */
export function parseCommand({ line, ending, seconds }: CommandDraft): ParsedCommand {
  if (line.trim() === '') return { status: 'none' };
  const argv = splitLine(line);
  const errors: CommandErrors = {
    ...wrongLine(argv),
    ...(/^[a-z0-9]{1,8}$/.test(cleanEnding(ending))
      ? {}
      : { ending: 'Such as png, without a dot.' }),
    ...(isTime(seconds) ? {} : { seconds: 'From 0.1 to 3,600.' }),
  };
  if (argv === undefined || Object.keys(errors).length > 0) return { status: 'wrong', errors };
  const timeoutMs = Math.round(Number(seconds) * 1000);
  const parsed = AgentCommand.safeParse({ argv, extension: cleanEnding(ending), timeoutMs });
  if (parsed.success) return { status: 'ok', value: parsed.data };
  const issue = parsed.error.issues[0]?.message ?? '';
  return { status: 'wrong', errors: { line: `This cannot be run: ${issue}.` } };
}

const cleanEnding = (ending: string) => ending.trim().toLowerCase().replace(/^\./, '');

function isTime(seconds: string): boolean {
  const time = Number(seconds);
  return seconds.trim() !== '' && time >= 0.1 && time <= 3600;
}

function wrongLine(argv: readonly string[] | undefined): CommandErrors {
  if (argv === undefined) return { line: 'A quotation mark is not closed.' };
  const [program = '', ...args] = argv;
  if (/\{(prompt|out)\}/.test(program) || program === '') {
    return { line: 'It must begin with a program.' };
  }
  if (args.includes('')) return { line: 'An argument is empty.' };
  const missing = ['{prompt}', '{out}'].filter((name) => !args.some((arg) => arg.includes(name)));
  if (missing.length === 0) return {};
  return {
    line: `It must say where ${missing.join(' and ')} ${missing.length > 1 ? 'go' : 'goes'}.`,
  };
}

/** @returns undefined where a quotation mark is not closed; no other sign means anything */
function splitLine(line: string): string[] | undefined {
  const argv: string[] = [];
  let part: string | undefined;
  let quote = '';
  for (const char of line) {
    if (quote !== '') {
      if (char === quote) quote = '';
      else part += char;
    } else if (char === '"' || char === "'") {
      quote = char;
      part ??= '';
    } else if (/\s/.test(char)) {
      if (part !== undefined) argv.push(part);
      part = undefined;
    } else part = (part ?? '') + char;
  }
  if (part !== undefined) argv.push(part);
  return quote === '' ? argv : undefined;
}
