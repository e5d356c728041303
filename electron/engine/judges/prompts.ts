import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/api/errors.ts';
import type { RoleId } from '../../../shared/model/endpoint.ts';
import { PROMPT_IDS, type Prompt, type PromptId } from '../../../shared/model/judge.ts';
import { listPlaceholders } from './fill-prompt.ts';
import { shippedPrompt } from './prompt-files.ts';

interface PromptInfo {
  readonly role: RoleId;
  /** Raised with a new file whenever the shipped text changes. */
  readonly version: number;
  readonly title: string;
  readonly placeholders: readonly string[];
}

const PROMPTS: Readonly<Record<PromptId, PromptInfo>> = {
  'caption-image': caption('captioner.image', 'Caption of an image'),
  'caption-document': caption('captioner.document', 'Caption of a document'),
  'caption-code': caption('captioner.code', 'Caption of code'),
  'caption-audio': caption('captioner.audio', 'Caption of a recording'),
  'caption-video': caption('captioner.video', 'Caption of a video'),
  'caption-threeD': caption('captioner.threeD', 'Caption of a 3D object'),
  'judge-sc': judge('Semantic correctness', ['task', 'reference', 'response']),
  'judge-coherence': judge('Interleaved coherence', ['task', 'response']),
  'judge-text': judge('Quality of text', ['text']),
  'judge-code': judge('Quality of code', ['code']),
  'judge-document': judge('Quality of a document', ['document']),
  // asks the captioner of the item's modality
  'agent-caption': {
    role: 'captioner.image',
    version: 1,
    title: 'Caption for a task',
    placeholders: ['task', 'facts'],
  },
  'agent-question': step('The question in other words', ['task', 'evidence', 'error']),
  'agent-analysis': step('Data analysis', ['question', 'evidence', 'inputs', 'error']),
  'agent-content': step('Content of the answer', [
    'question',
    'required',
    'evidence',
    'tools',
    'error',
  ]),
  'agent-report': step('Final report', [
    'task',
    'question',
    'required',
    'numbers',
    'plan',
    'evidence',
    'tools',
    'error',
  ]),
  'agent-direct': step('Answer without reasoning', ['task', 'numbers', 'evidence', 'tools']),
  'agent-check': verifier('Check of a report', ['task', 'question', 'evidence', 'report']),
  'agent-judge': verifier('Where an error was made', ['task', 'steps', 'findings', 'backtracks']),
};

function step(title: string, placeholders: readonly string[]): PromptInfo {
  return { role: 'reasoner', version: 1, title, placeholders };
}

function verifier(title: string, placeholders: readonly string[]): PromptInfo {
  return { role: 'checker', version: 1, title, placeholders };
}

function caption(role: RoleId, title: string): PromptInfo {
  return { role, version: 1, title, placeholders: ['facts'] };
}

function judge(title: string, placeholders: readonly string[]): PromptInfo {
  return { role: 'judge', version: 1, title, placeholders };
}

/** A project's own prompt texts, by id. */
export type PromptEdits = ReadonlyMap<PromptId, string>;

/** Every prompt as it is used in a project, in the order of `PROMPT_IDS`. */
export function listPrompts(edits: PromptEdits = new Map()): Prompt[] {
  return PROMPT_IDS.map((id) => promptInUse(id, edits));
}

/** One prompt as it is used in a project. */
export function promptInUse(id: PromptId, edits: PromptEdits = new Map()): Prompt {
  const { role, version, title, placeholders } = PROMPTS[id];
  const shippedText = shippedPrompt(id, version);
  const text = edits.get(id) ?? shippedText;
  return {
    id,
    role,
    version,
    title,
    text,
    shippedText,
    isEdited: text !== shippedText,
    hash: createHash('sha256').update(text).digest('hex'),
    placeholders: [...placeholders],
  };
}

/**
 * A prompt text as it is to be kept: ends of lines made plain, blanks around it removed.
 *
 * @throws AppError 'bad-input' when a placeholder is missing, or one stands there that nothing fills
 */
export function checkPromptText(id: PromptId, text: string): string {
  const clean = text.replaceAll('\r\n', '\n').trim();
  const { placeholders } = PROMPTS[id];
  const present = listPlaceholders(clean);
  const missing = placeholders.filter((name) => !present.includes(name));
  if (missing.length > 0) {
    throw new AppError(
      'bad-input',
      `Cannot save the prompt "${id}": it does not hold ${inBraces(missing)}. Write it where the ` +
        `material is to stand.`,
    );
  }
  const unknown = present.filter((name) => !placeholders.includes(name));
  if (unknown.length > 0) {
    throw new AppError(
      'bad-input',
      `Cannot save the prompt "${id}": nothing fills ${inBraces(unknown)}. It may hold ` +
        `${inBraces(placeholders)} only.`,
    );
  }
  return clean;
}

const inBraces = (names: readonly string[]) => names.map((name) => `"{{${name}}}"`).join(', ');
