// From samples to instances by a rule; pure but for the table, which is read before.
import {
  instanceKey,
  normaliseField,
  normaliseSubdomain,
} from '../../../../shared/model/dataset.ts';
import type { NativeRule } from '../../../../shared/model/native.ts';
import { fillTemplate, matchPattern } from './match-pattern.ts';
import { byName } from './list-native-folder.ts';
import type { NativeTarget, NativeTargets } from './targets.ts';
import { samplePath, type NativeSample } from './types.ts';

/** A sample with its instance, or why it has none. */
export type Mapped = { readonly sample: NativeSample } & (
  | { readonly target: NativeTarget }
  | {
      readonly why: 'unmapped' | 'unmatched' | 'duplicate';
      readonly reason: string;
      readonly key?: string;
    }
);

export interface MappingOptions {
  readonly rule: NativeRule;
  /** The rows of a table, where the rule is one. */
  readonly table: ReadonlyMap<string, string>;
  /** Undefined when nothing is known of the dataset: every instance is taken as it is named. */
  readonly targets: NativeTargets | undefined;
}

/** Maps every sample, in the order of their paths. */
export function mapSamples(samples: readonly NativeSample[], options: MappingOptions): Mapped[] {
  const inOrder = [...samples].sort((a, b) => byName(samplePath(a), samplePath(b)));
  const keyOf = namer(inOrder, options);
  const taken = new Map<string, string>();
  const mapped = inOrder.map((sample, index): Mapped => {
    const named = keyOf(sample, index);
    if (typeof named !== 'string') return { sample, why: 'unmapped', reason: named.reason };
    const target = findTarget(named, options.targets);
    if (target === undefined) {
      const reason = `the dataset has no instance "${named}"`;
      return { sample, why: 'unmatched', reason, key: named };
    }
    const other = taken.get(target.key);
    if (other !== undefined) {
      const reason = `sample "${other}" answers "${target.key}" already`;
      return { sample, why: 'duplicate', reason, key: target.key };
    }
    taken.set(target.key, samplePath(sample));
    return { sample, target };
  });
  return mapped.map((one) => withEarlierRecords(one, taken));
}

/** Predictions are matched by order within an id: the second record needs an answer to the first. */
function withEarlierRecords(one: Mapped, taken: ReadonlyMap<string, string>): Mapped {
  if (!('target' in one)) return one;
  const { field, subdomain, id, ordinal, key } = one.target;
  for (let before = 1; before < ordinal; before++) {
    if (taken.has(instanceKey(field, subdomain, id, before))) continue;
    const reason = `"${key}" is a second record of its id, and the first has no answer`;
    return { sample: one.sample, why: 'unmapped', reason, key };
  }
  return one;
}

type Namer = (sample: NativeSample, index: number) => string | { readonly reason: string };

function namer(samples: readonly NativeSample[], options: MappingOptions): Namer {
  const { rule, table, targets } = options;
  switch (rule.kind) {
    case 'pattern':
      return byPattern(rule, samples);
    case 'csv':
      return byTable(table, samples);
    case 'order': {
      const keys = [...(targets?.keys() ?? [])].filter((key) => isWithin(key, rule.within));
      const where = rule.within === undefined ? 'the dataset' : `"${rule.within}"`;
      return (_, index) =>
        keys[index] ?? { reason: `${where} has ${keys.length} instances, and this is one more` };
    }
  }
}

function isWithin(key: string, within: string | undefined): boolean {
  if (within === undefined) return true;
  const [field = '', subdomain] = within.split('/');
  const own = subdomain === undefined ? '' : `${normaliseSubdomain(subdomain)}/`;
  return key.startsWith(`${normaliseField(field)}/${own}`);
}

function byPattern(
  rule: Extract<NativeRule, { kind: 'pattern' }>,
  samples: readonly NativeSample[],
): Namer {
  const perFolder = Map.groupBy(samples, ({ folder }) => folder);
  return (sample) => {
    const path = samplePath(sample);
    const isAlone = perFolder.get(sample.folder)?.length === 1;
    const values = {
      sample: lastPart(path),
      folder: lastPart(sample.folder),
      ...(rule.from === undefined
        ? {}
        : (matchPattern(rule.from, path) ??
          (isAlone ? matchPattern(rule.from, sample.folder) : undefined) ?? { unfit: '' })),
    };
    if ('unfit' in values) return { reason: `its path does not fit "${rule.from ?? ''}"` };
    const key = fillTemplate(rule.to, values);
    const isWhole = !/[{}]/.test(key) && key.split('/').filter((part) => part !== '').length >= 3;
    return isWhole ? key : { reason: `the rule makes "${key}" of it, which is no instance` };
  };
}

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const unpadded = (name: string) => name.replace(/^0+(?=\d+$)/, '');

function byTable(table: ReadonlyMap<string, string>, samples: readonly NativeSample[]): Namer {
  const rows = new Map([...table].map(([sample, key]) => [unpadded(sample), key]));
  const perFolder = Map.groupBy(samples, ({ folder }) => folder);
  return (sample) => {
    const path = samplePath(sample);
    const isAlone = perFolder.get(sample.folder)?.length === 1;
    const asFolder = isAlone
      ? (rows.get(sample.folder) ?? rows.get(unpadded(lastPart(sample.folder))))
      : undefined;
    const key = table.get(path) ?? asFolder ?? rows.get(unpadded(sample.name));
    return key ?? { reason: 'no row of the table names it' };
  };
}

/** The instance of a name, spelled any way; where no dataset is known the name alone counts. */
function findTarget(named: string, targets: NativeTargets | undefined): NativeTarget | undefined {
  const [field = '', subdomain = '', id = '', ordinal = '1'] = named
    .split('/')
    .filter((part) => part !== '');
  const nth = Math.max(1, Math.trunc(Number(ordinal)) || 1);
  const key = instanceKey(field, subdomain, id, nth);
  if (targets !== undefined) return targets.get(key);
  return {
    key,
    field: normaliseField(field),
    subdomain: normaliseSubdomain(subdomain),
    id,
    ordinal: nth,
    input: {},
  };
}
