import { InvalidArgumentError } from 'commander';
import { resolve } from 'node:path';
import type { Api } from '../../../shared/api/client.ts';
import { instanceKey } from '../../../shared/model/dataset.ts';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import type { Response } from '../../../shared/model/response.ts';
import type { Score } from '../../../shared/model/score.ts';
import type { CliCommand } from '../command.ts';
import { describeProblem } from '../problem-text.ts';
import { openSession } from '../session.ts';
import type { Terminal } from '../terminal.ts';

/** How many models one call may name; see the contract. */
const MODELS_PER_CALL = 8;
const JUDGED = new Set(['SC', 'HC', 'SH']);

interface InstanceOptions {
  readonly project: string;
  readonly id: string;
  readonly json?: boolean;
}

/** `instance`: everything known of one instance. */
export const instanceCommand: CliCommand = {
  add(program, terminal) {
    program
      .command('instance')
      .description('Show everything known of one instance.')
      .requiredOption('--project <dir>', 'folder of the project')
      .requiredOption('--id <field/subdomain/id>', 'the instance', parseKey)
      .option('--json', 'print one JSON document')
      .action(async (options: InstanceOptions) => {
        const session = openSession({ hostName: 'cli' });
        try {
          await session.api.call('project.open', { dir: resolve(options.project) });
          const instance = await readInstance(session.api, options.id);
          if (options.json) terminal.printJson(asDocument(instance));
          else print(instance, terminal);
        } finally {
          await session.close();
        }
      });
  },
};

/** The key, with field, subdomain and id in any spelling that real files have. */
function parseKey(text: string): string {
  const [field, subdomain, id, ordinal = '1', ...rest] = text.split('/');
  if (!field || !subdomain || !id || rest.length > 0 || !/^[1-9]\d*$/.test(ordinal)) {
    throw new InvalidArgumentError(
      'Write it as FIELD/SUBDOMAIN/ID, e.g. "natural_science/physics/12".',
    );
  }
  return instanceKey(field, subdomain, id, Number(ordinal));
}

async function readInstance(api: Api, key: string): Promise<InstanceDetail> {
  const { models } = await api.call('models.list', {});
  const names = models.map(({ name }) => name);
  const read = async (some: string[]) =>
    (await api.call('instances.get', { key, models: some })).instance;
  const instance = await read(names.slice(0, MODELS_PER_CALL));
  const responses: Response[] = [...instance.responses];
  for (let at = MODELS_PER_CALL; at < names.length; at += MODELS_PER_CALL) {
    responses.push(...(await read(names.slice(at, at + MODELS_PER_CALL))).responses);
  }
  return { ...instance, responses };
}

function asDocument(instance: InstanceDetail) {
  const isHuman = (score: Score) => score.source.kind === 'human';
  return {
    ...instance,
    responses: instance.responses.map((response) => ({
      ...response,
      judgements: response.scores.filter((score) => JUDGED.has(score.metric) && !isHuman(score)),
      ratings: response.scores.filter(isHuman),
    })),
  };
}

function print(instance: InstanceDetail, terminal: Terminal): void {
  terminal.print(`${instance.key}  ${instance.combination}`);
  terminal.print(`${instance.file}:${instance.line}`);
  const sides = [
    ['Task', instance.task],
    ['Reference', instance.reference],
  ] as const;
  for (const [title, sequence] of sides) {
    terminal.print(`\n${title}  ${sequence.strip}\n${sequence.content}`);
  }
  for (const response of instance.responses) {
    terminal.print(`\n${response.model}  ${response.sequence.strip}`);
    terminal.print(response.sequence.content);
    for (const score of response.scores) terminal.print(`  ${scoreLine(score)}`);
  }
  if (instance.problems.length > 0) terminal.print('');
  for (const problem of instance.problems) terminal.print(describeProblem(problem));
}

function scoreLine({ metric, tag, value, unscored, evidence, source }: Score): string {
  const name = tag === undefined ? metric : `${metric} <${tag}>`;
  const without =
    unscored === undefined && evidence !== undefined
      ? 'figures without a score, see --json'
      : `not computed: ${unscored?.reason ?? 'no reason kept'}`;
  const figure = value === undefined ? without : (value * 100).toFixed(1);
  const origin = source.isExample ? `${source.kind}, example` : source.kind;
  return `${name}  ${figure}  (${origin})`;
}
