import { Option } from 'commander';
import { resolve } from 'node:path';
import {
  AGREEMENT_FIGURES,
  type AgreementFigure,
  type AgreementFigures,
  type Figure,
  type MetricAgreement,
} from '../../../shared/model/agreement.ts';
import type { InstanceFilter } from '../../../shared/model/filter.ts';
import { RATED_METRICS, type RatedMetric } from '../../../shared/model/rating.ts';
import type { CliCommand } from '../command.ts';
import { openSession } from '../session.ts';
import { parseFilterOption } from './filter-option.ts';

interface AgreementOptions {
  readonly project: string;
  readonly metric?: RatedMetric;
  readonly filter?: InstanceFilter;
  readonly stale?: boolean;
  readonly json?: boolean;
}

/** `agreement`: judge against people, on the judge's scale. */
export const agreementCommand: CliCommand = {
  add(program, terminal) {
    program
      .command('agreement')
      .description('How well the judge agrees with people, over what both have scored.')
      .requiredOption('--project <dir>', 'folder of the project')
      .addOption(
        new Option('--metric <metric>', 'one metric; all of them together otherwise').choices(
          RATED_METRICS,
        ),
      )
      .option('--filter <expr>', 'instances, e.g. \'field = "general_area"\'', parseFilterOption)
      .option('--stale', 'count ratings of what has changed since, too')
      .option('--json', 'print one JSON document')
      .action(async (options: AgreementOptions) => {
        const { overall, metrics, orderSwap } = await readAgreement(options);
        if (options.json) {
          const byMetric = metrics.map((one) => [one.metric ?? '', toDocument(one)] as const);
          terminal.printJson({
            ...toDocument(overall, orderSwap),
            metrics: Object.fromEntries(byMetric),
          });
          return;
        }
        const isOne = options.metric !== undefined;
        for (const one of isOne ? metrics : [...metrics, overall]) terminal.print(inWords(one));
        terminal.print(`Order-swap bias of the judge: ${text(orderSwap)}`);
      });
  },
};

async function readAgreement({ project, metric, filter = {}, stale }: AgreementOptions) {
  const session = openSession({ hostName: 'cli' });
  try {
    await session.api.call('project.open', { dir: resolve(project) });
    const agreement = await session.api.call('agreement.get', {
      filter,
      hasStale: stale ?? false,
      ...(metric === undefined ? {} : { metric }),
    });
    const { orderSwap } = await session.api.call('agreement.consistency', {});
    return { ...agreement, orderSwap };
  } finally {
    await session.close();
  }
}

/** A figure that does not exist is null, and `undefined` says why. */
function toDocument({ figures, ceiling, ...rest }: MetricAgreement, orderSwap?: Figure): object {
  const { nStale, nUnjudged, nCannot, raters, confusion } = rest;
  return {
    ...flat(figures, orderSwap),
    ...{ nStale, nUnjudged, nCannot, raters, confusion },
    humanHuman: { items: ceiling.items, ...flat(ceiling.figures) },
  };
}

function flat(figures: AgreementFigures, orderSwap?: Figure): object {
  const own = AGREEMENT_FIGURES.map((name): readonly [string, Figure] => [name, figures[name]]);
  const all = [...own, ...(orderSwap === undefined ? [] : [['orderSwap', orderSwap] as const])];
  const of = <T>(pick: (figure: Figure) => T) =>
    Object.fromEntries(all.map(([name, figure]) => [name, pick(figure)]));
  const why = all.flatMap(([name, { why: reason }]) =>
    reason === undefined ? [] : [[name, reason] as const],
  );
  return {
    n: figures.n,
    ...of(({ value }) => value ?? null),
    ci95: of(({ ci95 }) => ci95 ?? null),
    ...(why.length === 0 ? {} : { undefined: Object.fromEntries(why) }),
  };
}

const LABELS: Readonly<Record<AgreementFigure, string>> = {
  pearson: 'Pearson r',
  spearman: 'Spearman ρ',
  kappaQuadratic: 'quadratic κ',
  alphaOrdinal: 'Krippendorff α (ordinal)',
  signedError: 'signed error, judge − human',
};

function inWords({ metric, figures, ceiling, nStale, nUnjudged }: MetricAgreement): string {
  const left = [
    nStale === 0 ? [] : `${nStale} stale`,
    nUnjudged === 0 ? [] : `${nUnjudged} without a judge’s score`,
  ].flat();
  const aside = left.length === 0 ? '' : ` (left out: ${left.join(', ')})`;
  const lines = AGREEMENT_FIGURES.map(
    (name) => `  ${LABELS[name].padEnd(28)}${text(figures[name])}`,
  );
  const people =
    ceiling.items === 0
      ? []
      : [
          `  people among each other: α ${text(ceiling.figures.alphaOrdinal)}, ${ceiling.items} items`,
        ];
  return [`${metric ?? 'All together'}: ${figures.n} items${aside}`, ...lines, ...people].join(
    '\n',
  );
}

function text({ value, ci95, why }: Figure): string {
  if (value === undefined) return `— ${why ?? ''}`;
  const ends = ci95 === undefined ? '' : `  [${ci95[0].toFixed(3)}, ${ci95[1].toFixed(3)}]`;
  return `${value.toFixed(3)}${ends}`;
}
