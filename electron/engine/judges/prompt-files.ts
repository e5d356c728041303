import { readFileSync } from 'node:fs';
import type { PromptId } from '../../../shared/model/judge.ts';

const read = new Map<string, string>();

/**
 * The shipped text of a prompt, `prompts/<id>.v<version>.md`, read from the disk once. The build copies
 * the folder beside the bundle, so the same relative address holds there.
 */
export function shippedPrompt(id: PromptId, version: number): string {
  const name = `${id}.v${version}.md`;
  const known = read.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`./prompts/${name}`, import.meta.url), 'utf8')
    // a checkout on Windows must have the same hash
    .replaceAll('\r\n', '\n')
    .trim();
  read.set(name, text);
  return text;
}
