import type { AnnotationColumns } from './annotation-columns.ts';
import type { Columns } from './columns.ts';
import type { MarkColumns } from './mark-columns.ts';
import type { ScoreColumns } from './score-columns.ts';
import type { SideFigures } from './side-figures.ts';
import type { FilterVocabulary } from '../../../shared/model/filter-vocabulary.ts';

/** What filters are answered from; all but the columns is read when a filter first needs it. */
export interface FilterSources {
  readonly columns: Columns;
  readonly annotations: () => AnnotationColumns;
  readonly marks: () => MarkColumns;
  readonly states: () => ScoreColumns;
  /** 1 where somebody has rated a response. */
  readonly rated: () => Uint8Array;
  readonly sides: () => SideFigures;
  readonly vocabulary: () => FilterVocabulary;
  /**
   * Row ids that a search finds.
   *
   * @throws AppError 'bad-query' when nothing can be searched for
   */
  readonly search: (text: string) => readonly number[];
  /** The SC, in [0, 1], from which on the judge found a response good: 4 of 5, on the scale that is set. */
  readonly goodSc: number;
}
