import type { FilterVocabulary } from '../../../shared/model/filter-vocabulary.ts';
import type { ReadableDb } from '../db/handle.ts';
import { listRatedKeys } from '../db/score-states.ts';
import { getScoring } from '../db/settings.ts';
import type { AnnotationColumns } from './annotation-columns.ts';
import type { Columns } from './columns.ts';
import type { FilterSources } from './filter-sources.ts';
import type { MarkColumns } from './mark-columns.ts';
import { loadScoreColumns, type ScoreColumns } from './score-columns.ts';
import { searchInstances } from './search.ts';
import { createSideFigures, type SideFigures } from './side-figures.ts';
import { readTags, readVocabulary } from './vocabulary.ts';

/** Sources that are read when they are first needed, and kept. */
export interface KeptSources extends FilterSources {
  /** How long what was read so far took. */
  readonly loadMs: () => number;
  /** To be called when somebody rated something. */
  readonly forgetRated: () => void;
}

/** @param nowMs  a monotonic clock */
export function makeFilterSources(
  db: ReadableDb,
  columns: Columns,
  annotations: () => AnnotationColumns,
  marks: () => MarkColumns,
  nowMs: () => number,
): KeptSources {
  let loadMs = 0;
  let states: ScoreColumns | undefined;
  let rated: Uint8Array | undefined;
  let sides: SideFigures | undefined;
  let vocabulary: Omit<FilterVocabulary, 'tags'> | undefined;
  const timed = <T>(load: () => T): T => {
    const start = nowMs();
    const loaded = load();
    loadMs += nowMs() - start;
    return loaded;
  };
  const { scale } = getScoring(db);
  return {
    columns,
    annotations,
    marks,
    states: () => (states ??= timed(() => loadScoreColumns(db, columns))),
    rated: () => (rated ??= timed(() => loadRated(db, columns))),
    sides: () => (sides ??= createSideFigures(db, columns)),
    vocabulary: () => ({
      ...(vocabulary ??= readVocabulary(columns)),
      // these change with a key press
      tags: readTags(db, annotations()),
    }),
    search: (text) => searchInstances(db, text),
    goodSc: scale === 'fifths' ? 4 / 5 : (4 - 1) / 4,
    loadMs: () => loadMs,
    forgetRated() {
      rated = undefined;
    },
  };
}

function loadRated(db: ReadableDb, columns: Columns): Uint8Array {
  const rated = new Uint8Array(columns.count);
  for (const key of listRatedKeys(db)) {
    const index = columns.indexByKey.get(key);
    if (index !== undefined) rated[index] = 1;
  }
  return rated;
}
