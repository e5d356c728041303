// Local programs that make items, as the person at this page named them. They are never kept: a project
// that is opened must not run somebody's program, so they end with the page.
import { create } from 'zustand';
import {
  AGENT_COMMAND_KINDS,
  type AgentCommand,
  type AgentCommandKind,
  type AgentCommands,
} from '../../shared/model/agent.ts';
import type { EndpointCheck } from '../../shared/model/endpoint.ts';
import { api } from '../api/index.ts';
import { emptyCommand, parseCommand, type CommandDraft } from './agent-command-draft.ts';
import { createLoader } from './api-error.ts';
import { idle, type AsyncData } from './async-data.ts';

type ByKind<T> = Readonly<Record<AgentCommandKind, T>>;

interface CommandsState {
  readonly drafts: ByKind<CommandDraft>;
  /** What came of trying one out. */
  readonly tests: ByKind<AsyncData<EndpointCheck>>;
}

const ofEach = <T>(of: (kind: AgentCommandKind) => T): ByKind<T> => ({
  image: of('image'),
  speech: of('speech'),
  video: of('video'),
  threeD: of('threeD'),
});

export const useAgentCommands = create<CommandsState>(() => ({
  drafts: ofEach(emptyCommand),
  tests: ofEach(() => idle),
}));

const loaders = ofEach((kind) =>
  createLoader<EndpointCheck>(
    () => useAgentCommands.getState().tests[kind],
    (test) => useAgentCommands.setState(({ tests }) => ({ tests: { ...tests, [kind]: test } })),
  ),
);

/** What was found out is of another command now. */
export function editCommand(kind: AgentCommandKind, part: Partial<CommandDraft>): void {
  loaders[kind].reset();
  useAgentCommands.setState(({ drafts }) => ({
    drafts: { ...drafts, [kind]: { ...drafts[kind], ...part } },
  }));
}

/** Really runs it, for one small item. */
export function testCommand(kind: AgentCommandKind, command: AgentCommand): Promise<void> {
  const loader = loaders[kind];
  loader.reset();
  return loader.run(
    async (signal) => (await api.call('agent.testCommand', { kind, command }, signal)).check,
  );
}

/** Those that can be run. */
export function commandsOf(drafts: ByKind<CommandDraft>): AgentCommands {
  const commands: AgentCommands = {};
  for (const kind of AGENT_COMMAND_KINDS) {
    const parsed = parseCommand(drafts[kind]);
    if (parsed.status === 'ok') commands[kind] = parsed.value;
  }
  return commands;
}

/** True where something that was typed cannot be run. */
export const hasWrongCommand = (drafts: ByKind<CommandDraft>): boolean =>
  AGENT_COMMAND_KINDS.some((kind) => parseCommand(drafts[kind]).status === 'wrong');

/** To be told anew whenever a run goes on. */
export const namedCommands = (): { readonly commands: AgentCommands } => ({
  commands: commandsOf(useAgentCommands.getState().drafts),
});
