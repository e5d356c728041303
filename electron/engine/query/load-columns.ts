import { combinationLabel, instanceKey } from '../../../shared/model/dataset.ts';
import { UNKNOWN_VALUE } from '../../../shared/model/filter.ts';
import { listCapabilities } from '../db/capabilities.ts';
import type { ReadableDb } from '../db/handle.ts';
import { listInstances, type StoredInstance } from '../db/instances.ts';
import { maskOfAll, modalitiesOf } from '../db/masks.ts';
import { mapManifests } from '../db/model-manifests.ts';
import { listModels } from '../db/models.ts';
import { countProblemsByKey } from '../db/problems.ts';
import { eachAnswer } from '../db/responses.ts';
import { eachScoreRow, listMetricsOf } from '../db/scores.ts';
import { getScoring } from '../db/settings.ts';
import { withComposites } from '../metrics/composites.ts';
import type { CodedColumn, Columns, ManyColumn, ModelColumns } from './columns.ts';
import { compareKeys } from './natural-order.ts';

/** Reads the columns of a whole project. */
export function loadColumns(db: ReadableDb): Columns {
  const reading = readColumns(db);
  for (;;) {
    const { done, value } = reading.next();
    if (done === true) return value;
  }
}

/** The same in steps of some tens of milliseconds at UniM's size, so that others have their turn between. */
export function* readColumns(db: ReadableDb): Generator<undefined, Columns> {
  const instances = listInstances(db);
  yield;
  instances.sort(compareKeys);
  yield;
  const count = instances.length;
  const ids = Int32Array.from(instances, (instance) => instance.id);
  const indexById = new Int32Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1).fill(-1);
  ids.forEach((id, index) => (indexById[id] = index));
  const keys = instances.map((instance) => instance.key);
  const indexByKey = new Map(keys.map((key, index) => [key, index]));
  yield;
  const models = yield* readModels(db, indexById, count);
  return {
    count,
    ids,
    indexById,
    keys,
    indexByKey,
    recordIds: instances.map((instance) => instance.recordId),
    field: code(instances, (instance) => instance.field),
    subdomain: code(instances, (instance) => instance.subdomain),
    difficulty: code(instances, (instance) => String(instance.difficulty ?? UNKNOWN_VALUE)),
    combination: code(instances, labels()),
    capability: loadCapabilities(db, instances),
    inputMasks: Uint8Array.from(instances, (instance) => instance.inputMask),
    outputMasks: Uint8Array.from(instances, (instance) => instance.outputMask),
    problems: loadProblems(db, indexByKey, count),
    models,
  };
}

function code(
  instances: readonly StoredInstance[],
  valueOf: (instance: StoredInstance) => string,
): CodedColumn {
  const codeByValue = new Map<string, number>();
  const codes = new Uint16Array(instances.length);
  instances.forEach((instance, index) => {
    const value = valueOf(instance);
    let known = codeByValue.get(value);
    if (known === undefined) codeByValue.set(value, (known = codeByValue.size));
    codes[index] = known;
  });
  return { values: [...codeByValue.keys()], codes };
}

function labels(): (instance: StoredInstance) => string {
  const byMasks = new Map<number, string>();
  return ({ inputMask, outputMask }) => {
    const masks = inputMask * 256 + outputMask;
    const known = byMasks.get(masks);
    if (known !== undefined) return known;
    const label = combinationLabel(modalitiesOf(inputMask), modalitiesOf(outputMask));
    byMasks.set(masks, label);
    return label;
  };
}

function loadCapabilities(db: ReadableDb, instances: readonly StoredInstance[]): ManyColumn {
  const byKey = Map.groupBy(listCapabilities(db), ({ key }) => key);
  const codeByValue = new Map<string, number>();
  const codes: number[] = [];
  const starts = new Uint32Array(instances.length + 1);
  instances.forEach(({ field, subdomain, recordId }, index) => {
    const own = byKey.size === 0 ? undefined : byKey.get(instanceKey(field, subdomain, recordId));
    for (const { capability } of own ?? []) {
      let known = codeByValue.get(capability);
      if (known === undefined) codeByValue.set(capability, (known = codeByValue.size));
      codes.push(known);
    }
    starts[index + 1] = codes.length;
  });
  return { values: [...codeByValue.keys()], starts, codes: Uint16Array.from(codes) };
}

function loadProblems(
  db: ReadableDb,
  indexByKey: ReadonlyMap<string, number>,
  count: number,
): Uint32Array {
  const problems = new Uint32Array(count);
  for (const row of countProblemsByKey(db)) {
    const index = indexByKey.get(row.key);
    if (index !== undefined) problems[index] = row.count;
  }
  return problems;
}

/** Threads that analyse see the same memory. */
const figures = (count: number) => new Float64Array(new SharedArrayBuffer(count * 8));

function* readModels(
  db: ReadableDb,
  indexById: Int32Array,
  count: number,
): Generator<undefined, ModelColumns[]> {
  const scoring = getScoring(db);
  const manifests = mapManifests(db);
  const models: ModelColumns[] = [];
  for (const { id, name } of listModels(db)) {
    const metrics = listMetricsOf(db, id);
    const columns = metrics.map(() => figures(count).fill(Number.NaN));
    eachScoreRow(db, id, metrics, (instanceId, values) => {
      const index = indexById[instanceId] ?? -1;
      if (index === -1) return;
      columns.forEach((column, at) => (column[index] = values[at] ?? Number.NaN));
    });
    const own = new Map(
      metrics.flatMap((metric, at) => {
        const column = columns[at];
        return column === undefined ? [] : [[metric, column] as const];
      }),
    );
    const inputs = manifests.get(name)?.inputs;
    models.push({
      id,
      name,
      hasResponse: new Uint8Array(count),
      takesMask: inputs === undefined ? undefined : maskOfAll(inputs),
      scores: withComposites(own, scoring),
    });
    yield;
  }
  const byId = new Map(models.map((model) => [model.id, model]));
  eachAnswer(db, (instanceId, modelId) => {
    const index = indexById[instanceId] ?? -1;
    const model = byId.get(modelId);
    if (index !== -1 && model !== undefined) model.hasResponse[index] = 1;
  });
  return models;
}
