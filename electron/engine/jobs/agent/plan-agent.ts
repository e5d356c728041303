// What a run would do, who would make what, and what nobody makes. Nothing is written and nobody is asked.
import type { AgentCommands, AgentPlan, AgentRequest } from '../../../../shared/model/agent.ts';
import {
  captionerOf,
  CAPTIONED_MODALITIES,
  type RoleId,
} from '../../../../shared/model/endpoint.ts';
import { parseTagName } from '../../../../shared/interleave/parse.ts';
import { MODALITIES } from '../../../../shared/model/modality.ts';
import type { ReadableDb } from '../../db/handle.ts';
import { prepareInstanceFinder } from '../../db/instances.ts';
import { modalitiesOf } from '../../db/masks.ts';
import { prepareSequenceFinder } from '../../db/sequence-rows.ts';
import { sequenceId } from '../../db/sequences.ts';
import { createCallCounter } from '../judging/estimate-calls.ts';
import { promptOf, settingsOf, type JudgeSetup } from '../judging/judge-setup.ts';
import { loadAgentSetup } from './agent-setup.ts';
import { listMakers, MADE_MODALITIES, sayMakers } from './makers.ts';

/** Characters that evidence adds to each question, about. */
const EVIDENCE = 1500;

/** @param keys  instances that are meant, in their order */
export function planAgent(
  db: ReadableDb,
  request: AgentRequest,
  commands: AgentCommands,
  keys: readonly string[],
): AgentPlan {
  const setup = loadAgentSetup(db, request);
  const found = surveyTasks(db, keys);
  const makers = listMakers(setup, commands);
  const needed = rolesOf(request, found);
  const unservedRoles = needed.filter((role) => settingsOf(setup, role) === undefined);
  const made = MADE_MODALITIES.flatMap((modality) => {
    const instances = found.outputs.get(modality) ?? 0;
    return instances === 0 ? [] : [{ modality, instances, ...sayMakers(modality, makers) }];
  });
  const isReasonerless = (role: RoleId) => role === 'reasoner' || role === 'checker';
  const obstacles = [
    ...(keys.length === 0 ? ['No instance is meant.'] : []),
    ...unservedRoles.filter(isReasonerless).map(sayUnserved),
    ...sayUnpriced(setup, request, [...needed, ...makers.flatMap(({ role }) => role ?? [])]),
  ];
  const gaps = [
    ...unservedRoles.filter((role) => !isReasonerless(role)).map(sayUnserved),
    ...made
      .filter(({ state }) => state === 'none')
      .map(({ instances, message }) => `${message} ${sayInstances(instances)}`),
  ];
  return {
    instances: keys.length,
    makers: made,
    unservedRoles,
    obstacles,
    gaps,
    why: [
      ...made.map(({ message, instances }) => `${message} ${sayInstances(instances)}`),
      ...request.ablate.map((what) => SAID[what]),
      'What an answer must contain is read out of each task by the model; the references are not shown to it.',
    ],
    estimates: estimate(db, setup, request, found),
    concurrency: request.concurrency,
  };
}

const SAID = {
  ter: 'Without TER: each answer is written in one step, without a check.',
  tcdc: 'Without TCDC: captions know nothing of the task.',
  verification: 'Without verification: the first report is carried out as it is.',
} as const;

const sayInstances = (count: number) =>
  count === 1 ? '1 answer is to hold some.' : `${count} answers are to hold some.`;

function sayUnserved(role: RoleId): string {
  const modality = CAPTIONED_MODALITIES.find((one) => captionerOf(one) === role);
  const what =
    modality === undefined ? 'no model reasons' : `${MODALITIES[modality].label} is not described`;
  return `No endpoint serves "${role}": ${what}. Set one in Settings → Endpoints.`;
}

function sayUnpriced(
  setup: JudgeSetup,
  { budgetUsd }: AgentRequest,
  roles: readonly RoleId[],
): string[] {
  if (budgetUsd === undefined) return [];
  const unpriced = [...new Set(roles)].filter((role) => {
    const settings = settingsOf(setup, role);
    if (settings === undefined) return false;
    return settings.usdPerMTokIn === undefined || settings.usdPerMTokOut === undefined;
  });
  if (unpriced.length === 0) return [];
  const names = unpriced.map((role) => `"${role}"`).join(', ');
  return [
    `A budget cannot be kept to: ${names} has no price. Set what a million tokens cost, 0 where they are free.`,
  ];
}

interface Survey {
  readonly tasks: readonly {
    readonly key: string;
    readonly content: string;
    readonly tags: readonly string[];
  }[];
  /** Instances whose answer is to hold items, by modality. */
  readonly outputs: ReadonlyMap<string, number>;
}

function surveyTasks(db: ReadableDb, keys: readonly string[]): Survey {
  const findInstance = prepareInstanceFinder(db);
  const { find } = prepareSequenceFinder(db);
  const outputs = new Map<string, number>();
  const tasks = keys.flatMap((key) => {
    const instance = findInstance(key);
    if (instance === undefined) return [];
    for (const modality of modalitiesOf(instance.outputMask)) {
      outputs.set(modality, (outputs.get(modality) ?? 0) + 1);
    }
    const task = find(sequenceId('task', instance.id));
    return [{ key, content: task?.content ?? '', tags: task?.items.map(({ tag }) => tag) ?? [] }];
  });
  return { tasks, outputs };
}

const captionerOfTag = (tag: string): RoleId | undefined => {
  const modality = CAPTIONED_MODALITIES.find((one) => one === parseTagName(tag)?.modality);
  return modality && captionerOf(modality);
};

function rolesOf({ ablate }: AgentRequest, { tasks }: Survey): RoleId[] {
  const isChecked = !ablate.includes('verification') && !ablate.includes('ter');
  const captioners = new Set(
    tasks.flatMap(({ tags }) => tags.flatMap((tag) => captionerOfTag(tag) ?? [])),
  );
  return ['reasoner', ...(isChecked ? ['checker' as const] : []), ...captioners];
}

/** One pass through the chain for each task; backtracks come on top. */
function estimate(
  db: ReadableDb,
  setup: JudgeSetup,
  { ablate }: AgentRequest,
  { tasks }: Survey,
): AgentPlan['estimates'] {
  const counter = createCallCounter(db, setup, undefined);
  const steps = ablate.includes('ter')
    ? (['agent-direct'] as const)
    : (['agent-question', 'agent-analysis', 'agent-content', 'agent-report'] as const);
  const isChecked = !ablate.includes('verification') && !ablate.includes('ter');
  for (const { key, content, tags } of tasks) {
    const length = content.length + EVIDENCE * (1 + tags.length);
    const plan = (role: RoleId, name: string, characters: number) => {
      if (settingsOf(setup, role) === undefined) return;
      counter.add([{ role, name: `${key} ${name}`, callKey: undefined, characters }]);
    };
    for (const tag of tags) {
      const role = captionerOfTag(tag);
      if (role !== undefined) plan(role, tag, content.length);
    }
    for (const id of steps) plan('reasoner', id, promptOf(setup, id).text.length + length);
    if (isChecked) {
      plan('checker', 'check', promptOf(setup, 'agent-check').text.length + 2 * length);
    }
  }
  return counter.estimates();
}
