// Who makes items: endpoints first, then commands that whoever started the run named, then this machine.
import type { AgentCommands } from '../../../../shared/model/agent.ts';
import { MODALITIES, MODALITY_IDS, type ModalityId } from '../../../../shared/model/modality.ts';
import type { Maker } from '../../agent/define.ts';
import { createCommandMakers } from '../../agent/generate/command-maker.ts';
import { GENERATOR_ROLES, GENERATORS } from '../../agent/generate/generators.ts';
import { createHttpMaker, type HttpMakerOptions } from '../../agent/generate/http-maker.ts';
import { LOCAL_TOOLS } from '../../agent/tools/index.ts';
import { settingsOf, type JudgeSetup } from '../judging/judge-setup.ts';

/** What is known of a maker before anything is made. */
export type MakerInfo = Pick<Maker, 'id' | 'modality' | 'isGeneral' | 'role'>;

/** Everybody who could make something. */
export function listMakers(setup: JudgeSetup, commands: AgentCommands): MakerInfo[] {
  return [
    ...createCommandMakers(commands),
    ...GENERATOR_ROLES.flatMap((role): MakerInfo[] =>
      settingsOf(setup, role) === undefined
        ? []
        : [{ id: role, modality: GENERATORS[role].modality, isGeneral: true, role }],
    ),
    ...LOCAL_TOOLS,
  ];
}

/** What those need who make with a model. */
interface ModelTools extends Omit<HttpMakerOptions, 'role' | 'settings'> {
  /** Begins a work as soon as fewer than a run allows are under way. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The same, ready to make. */
export function createMakers(
  setup: JudgeSetup,
  commands: AgentCommands,
  { inTurn, ...tools }: ModelTools,
): Maker[] {
  const modelled = [
    ...createCommandMakers(commands),
    ...GENERATOR_ROLES.flatMap((role): Maker[] => {
      const settings = settingsOf(setup, role);
      return settings === undefined ? [] : [createHttpMaker({ ...tools, role, settings })];
    }),
  ].map((maker): Maker => ({
    ...maker,
    make: (request, dir, signal) => inTurn(() => maker.make(request, dir, signal)),
  }));
  return [...modelled, ...LOCAL_TOOLS];
}

/** Who can make items of a modality, for people. */
export function sayMakers(modality: ModalityId, makers: readonly MakerInfo[]) {
  const able = makers.filter((maker) => maker.modality === modality);
  const tools = able.map(({ id }) => id);
  const { label } = MODALITIES[modality];
  const isServed = able.some(({ isGeneral }) => isGeneral);
  if (isServed) {
    return { tools, state: 'served' as const, message: `${label} is made by ${tools.join(', ')}.` };
  }
  const todo = HOW_TO[modality] ?? 'There is no way to add one';
  if (tools.length > 0) {
    const message = `${label}: only what ${tools.join(', ')} can make. ${todo} for the rest.`;
    return { tools, state: 'partly' as const, message };
  }
  return {
    tools,
    state: 'none' as const,
    message: `Nobody makes ${label.toLowerCase()}. ${todo}.`,
  };
}

const HOW_TO: Readonly<Partial<Record<ModalityId, string>>> = {
  image: 'Set an endpoint for "generator.image", or name a command',
  audio: 'Set an endpoint for "generator.speech", or name a command',
  video: 'Set an endpoint for "generator.video", or name a command',
  threeD: 'Set an endpoint for "generator.threeD", or name a command',
};

/** Modalities that somebody has to make. */
export const MADE_MODALITIES = MODALITY_IDS.filter((id) => id !== 'text');
