import { instanceKey } from '../../../../shared/model/dataset.ts';
import type { ModalityId } from '../../../../shared/model/modality.ts';
import { discoverSources } from '../discover.ts';
import { recordContext } from '../record-context.ts';
import { readRecords } from '../record-stream.ts';
import { parseRecord } from '../record.ts';

/** Highest number of each modality on the input side; a modality that is not there has none. */
export type InputNumbers = Partial<Record<ModalityId, number>>;

/** An instance that a sample may answer. */
export interface NativeTarget {
  readonly key: string;
  readonly field: string;
  readonly subdomain: string;
  /** As written in the record. */
  readonly id: string;
  /** Of several records of one id, from 1. */
  readonly ordinal: number;
  readonly input: InputNumbers;
}

/** Every instance of the dataset, in its order, by key. */
export type NativeTargets = ReadonlyMap<string, NativeTarget>;

/** Highest numbers among tags, e.g. `image2` and `image1` → `{ image: 2 }`. */
export function highestNumbers(
  entries: readonly { readonly modality: ModalityId; readonly number: number }[],
): InputNumbers {
  const numbers: InputNumbers = {};
  for (const { modality, number } of entries)
    numbers[modality] = Math.max(numbers[modality] ?? 0, number);
  return numbers;
}

/** The instances of a dataset on disk. */
export async function targetsOfDataset(path: string, signal: AbortSignal): Promise<NativeTargets> {
  const targets = new Map<string, NativeTarget>();
  const { root, files } = await discoverSources(path, 'dataset');
  for (const file of files.filter(({ kind }) => kind === 'dataset')) {
    const context = recordContext(root, file.path, 'dataset');
    for await (const { records } of readRecords(file.path, { signal })) {
      for (const raw of records) {
        const { record } = parseRecord(raw, context);
        if (record === undefined) continue;
        const { field, subdomain, id, input } = record;
        let ordinal = 1;
        while (targets.has(instanceKey(field, subdomain, id, ordinal))) ordinal += 1;
        const key = instanceKey(field, subdomain, id, ordinal);
        const numbers = highestNumbers(input?.entries ?? []);
        targets.set(key, { key, field, subdomain, id, ordinal, input: numbers });
      }
    }
  }
  return targets;
}
