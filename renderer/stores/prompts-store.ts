// The prompts as the project uses them, and texts that are being changed. Saved one at a time.
import { create } from 'zustand';
import type { Prompt, PromptId } from '../../shared/model/judge.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, latest, type AsyncData } from './async-data.ts';

interface PromptsState {
  readonly prompts: AsyncData<readonly Prompt[]>;
  /** Texts that are not saved yet. */
  readonly drafts: Readonly<Partial<Record<PromptId, string>>>;
  readonly commandError: ShownError | undefined;
}

export const usePrompts = create<PromptsState>(() => ({
  prompts: idle,
  drafts: {},
  commandError: undefined,
}));

const loader = createLoader<readonly Prompt[]>(
  () => usePrompts.getState().prompts,
  (prompts) => usePrompts.setState({ prompts }),
);

export function loadPrompts(): Promise<void> {
  return loader.run(async (signal) => (await api.call('prompts.list', {}, signal)).prompts);
}

/** Keeps a text as it is being changed; the one in use is no draft. */
export function editPrompt({ id, text: used }: Prompt, text: string): void {
  const { [id]: _before, ...others } = usePrompts.getState().drafts;
  usePrompts.setState({
    drafts: text === used ? others : { ...others, [id]: text },
    commandError: undefined,
  });
}

/** Saves the draft of a prompt. */
export function savePrompt(id: PromptId): Promise<void> {
  const text = usePrompts.getState().drafts[id];
  return text === undefined ? Promise.resolve() : send({ id, text });
}

/** The shipped text holds again; a draft is dropped. */
export function resetPrompt(id: PromptId): Promise<void> {
  return send({ id });
}

async function send(input: { readonly id: PromptId; readonly text?: string }): Promise<void> {
  usePrompts.setState({ commandError: undefined });
  try {
    const { prompt } = await api.call('prompts.save', input);
    const { prompts, drafts } = usePrompts.getState();
    const { [input.id]: _saved, ...others } = drafts;
    const known = latest(prompts) ?? [];
    usePrompts.setState({
      drafts: others,
      prompts: {
        status: 'ready',
        data: known.map((each) => (each.id === prompt.id ? prompt : each)),
      },
    });
  } catch (error) {
    usePrompts.setState({ commandError: toShownError(error) });
  }
}

api.on('project.changed', () => {
  loader.reset();
  usePrompts.setState({ drafts: {}, commandError: undefined });
});
