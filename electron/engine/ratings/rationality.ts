// The paper's checks of its own metrics, on the data of whoever uses them: do the composites follow what
// people say, and do the structure scores fall when, and only when, they should? (arXiv:2603.05075)
import type { Perturbation, RationalityCorrelation } from '../../../shared/model/agreement.ts';
import { COUNTED_MODALITIES, type ModalityId } from '../../../shared/model/modality.ts';
import type { ModalityCounts } from '../../../shared/model/content.ts';
import { lenientStructure, strictStructure } from '../../../shared/interleave/structure.ts';
import { mean } from '../../../shared/stats/mean.ts';
import { agreementFigures } from './agreement-figures.ts';

/** A response that people rated: its composites as computed, and as their ratings make them. */
export interface RatedComposite {
  readonly composite: 'SQCS' | 'ICS';
  readonly computed: number;
  readonly human: number;
  /** What the human side is made of. */
  readonly formula: string;
}

/** Pearson's r with human scores as the paper reports it. */
const PUBLISHED = { SQCS: 0.974, ICS: 0.96 } as const;
const RESAMPLES = 2_000;

export function correlateComposites(rated: readonly RatedComposite[]): RationalityCorrelation[] {
  return (['SQCS', 'ICS'] as const).map((composite) => {
    const own = rated.filter((one) => one.composite === composite);
    const sides = {
      first: own.map(({ computed }) => computed),
      second: own.map(({ human }) => human),
    };
    const { n, pearson, spearman } = agreementFigures(sides, RESAMPLES);
    const human = [...new Set(own.map(({ formula }) => formula))].join('; ');
    return { composite, human, n, pearson, spearman, published: PUBLISHED[composite] };
  });
}

type Change = Perturbation['change'];
const CHANGES: readonly Change[] = ['none', 'addTag', 'removeTag', 'removeModality'];

/**
 * Takes each reference as a perfect answer, changes it in one way, and averages what the scores say: one
 * tag more, one less of a modality that keeps another, or a whole modality less.
 *
 * @param references  a change that a reference has no room for leaves it out
 */
export function perturb(references: Iterable<ModalityCounts>): Perturbation[] {
  const found = new Map(
    CHANGES.map((change) => [change, { sts: [] as number[], les: [] as number[] }]),
  );
  for (const reference of references) {
    for (const change of CHANGES) {
      const changed = changeCounts(reference, change);
      if (changed === undefined) continue;
      found.get(change)?.sts.push(strictStructure(reference, changed));
      found.get(change)?.les.push(lenientStructure(reference, changed));
    }
  }
  return [...found].map(([change, { sts, les }]): Perturbation => {
    const [meanSts, meanLes] = [mean(sts), mean(les)];
    return {
      change,
      n: sts.length,
      ...(meanSts === undefined ? {} : { sts: meanSts }),
      ...(meanLes === undefined ? {} : { les: meanLes }),
      isAsPublished: sts.length > 0 && isAsPublished(change, sts, les),
    };
  });
}

/** Every change lowers StS; only a modality less lowers LeS. */
function isAsPublished(change: Change, sts: readonly number[], les: readonly number[]): boolean {
  const all = (values: readonly number[], isRight: (value: number) => boolean) =>
    values.every(isRight);
  const isWhole = (value: number) => value === 1;
  const isLower = (value: number) => value < 1;
  if (change === 'none') return all(sts, isWhole) && all(les, isWhole);
  return all(sts, isLower) && all(les, change === 'removeModality' ? isLower : isWhole);
}

function changeCounts(counts: ModalityCounts, change: Change): ModalityCounts | undefined {
  const present = COUNTED_MODALITIES.filter((modality) => (counts[modality] ?? 0) > 0);
  const several = present.find((modality) => (counts[modality] ?? 0) > 1);
  const [first] = present;
  if (first === undefined) return undefined;
  switch (change) {
    case 'none':
      return counts;
    case 'addTag':
      return { ...counts, [first]: (counts[first] ?? 0) + 1 };
    case 'removeTag':
      return several === undefined
        ? undefined
        : { ...counts, [several]: (counts[several] ?? 0) - 1 };
    case 'removeModality':
      return without(counts, first);
  }
}

function without(counts: ModalityCounts, gone: ModalityId): ModalityCounts {
  const { [gone]: _gone, ...rest } = counts;
  return rest;
}
