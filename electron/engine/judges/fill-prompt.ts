// Fills what is to be judged into a prompt. What is filled in was written by models and strangers: it
// stands between lines that it cannot contain, and is never looked through for placeholders itself.
import { createHash } from 'node:crypto';
import type { ChatMessage } from './define.ts';

const PLACEHOLDER = /\{\{\s*([A-Za-z][\w-]*)\s*\}\}/g;
/** Stands on a line of its own between what the model is told and what it is asked. */
const DIVIDER = /^-{3,}[^\S\n]*$/m;

/** Names that a prompt text asks for, each once, in the order in which they stand. */
export function listPlaceholders(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}

/**
 * The messages of a prompt: what stands above the first line of dashes is the system's, the rest the
 * user's; a text without such a line is the user's alone. The same values give the same messages, so
 * that what was sent can be shown from what is kept of it.
 *
 * @param filled  by placeholder; one that the prompt does not name is left out, one without a value is
 *   filled with nothing
 */
export function fillPrompt(text: string, filled: Readonly<Record<string, string>>): ChatMessage[] {
  const divider = DIVIDER.exec(text);
  const system = divider === null ? '' : text.slice(0, divider.index);
  const user = divider === null ? text : text.slice(divider.index + divider[0].length);
  const message = (role: ChatMessage['role'], template: string): ChatMessage => ({
    role,
    parts: [{ type: 'text', text: fill(template.trim(), filled) }],
  });
  return system.trim() === ''
    ? [message('user', user)]
    : [message('system', system), message('user', user)];
}

function fill(template: string, filled: Readonly<Record<string, string>>): string {
  // one pass over the template alone: a `{{name}}` or `$&` in what is filled in stays what it is
  return template.replaceAll(PLACEHOLDER, (_, name: string) =>
    fenceData(name, Object.hasOwn(filled, name) ? (filled[name] ?? '') : ''),
  );
}

/**
 * Puts text between two lines that name it. They hold a mark made of the text, so that no text can
 * close itself early.
 */
export function fenceData(name: string, text: string): string {
  const label = name.replaceAll(/[^A-Za-z0-9]+/g, ' ').toUpperCase();
  let mark = markOf(text, 0);
  for (let round = 1; text.includes(mark); round++) mark = markOf(text, round);
  const body = text.trim() === '' ? '(empty)' : text;
  return `===== BEGIN ${label} ${mark} =====\n${body}\n===== END ${label} ${mark} =====`;
}

function markOf(text: string, round: number): string {
  return createHash('sha256').update(`${round}\n${text}`).digest('hex').slice(0, 8);
}
