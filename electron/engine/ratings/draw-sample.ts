import type { SampleDraft, SamplePlan, Stratum } from '../../../shared/model/sample.ts';
import type { SampleUnit } from '../db/samples.ts';
import { allocate } from './allocate.ts';
import type { Candidate } from './population.ts';
import { randomOf, shuffled } from './seeded.ts';

/** What was drawn, in an order that tells nothing. */
export interface DrawnSample extends Omit<SamplePlan, 'expected'> {
  readonly units: readonly SampleUnit[];
}

/** Draws from strata; the same draft and population give the same sample on every machine. */
export function drawSample(population: readonly Candidate[], draft: SampleDraft): DrawnSample {
  const random = randomOf('draw', draft.seed);
  const groups = groupByStratum(population, draft);
  const sizes = allocate(
    groups.map(({ members }) => members.length),
    draft.size,
    draft.allocation,
    shuffled([...groups.keys()], random),
  );
  const drawn = groups.flatMap(({ members }, stratum) =>
    shuffled(members, random)
      .slice(0, sizes[stratum])
      .map((member) => ({ member, stratum })),
  );
  const order = shuffled(drawn, random);
  const common = Math.round(order.length * (draft.raters === 1 ? 1 : draft.overlapShare));
  const fair = Math.floor(draft.size / Math.max(1, groups.length));
  return {
    population: population.length,
    size: order.length,
    strata: groups.map(({ values, members }, at): Stratum => {
      return { values, population: members.length, size: sizes[at] ?? 0 };
    }),
    exhausted:
      draft.allocation === 'equal'
        ? groups.filter(({ members }) => members.length < Math.max(1, fair)).length
        : 0,
    empty: sizes.filter((size) => size === 0).length,
    units: order.map(({ member, stratum }, at): SampleUnit => {
      const { key, model, otherModel } = member;
      return { key, model, otherModel, stratum, isCommon: at < common };
    }),
  };
}

interface Group {
  readonly values: Candidate['values'];
  readonly members: Candidate[];
}

function groupByStratum(population: readonly Candidate[], { strata }: SampleDraft): Group[] {
  const groups = new Map<string, Group>();
  for (const member of population) {
    const name = JSON.stringify(strata.map((part) => member.values[part]));
    const known = groups.get(name);
    if (known === undefined) groups.set(name, { values: member.values, members: [member] });
    else known.members.push(member);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
