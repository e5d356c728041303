import { useMemo } from 'react';
import type { InstanceDetail } from '../../../shared/model/instance.ts';
import type { MetricDescriptor } from '../../../shared/model/score.ts';
import { useDistributions } from './anatomy/use-distributions.ts';
import { AnnotationSection } from './annotations/AnnotationSection.tsx';
import { modelColumns, type Column } from './columns.ts';
import { JudgeNotes } from './eye/JudgeNotes.tsx';
import { Inspections } from './Inspections.tsx';
import { QualityAnatomy } from './QualityAnatomy.tsx';
import { HumanRatings } from './ratings/HumanRatings.tsx';
import { RecordFacts } from './RecordFacts.tsx';
import styles from './ScorePanel.module.css';
import { ScoreTable } from './ScoreTable.tsx';
import { StructureTable } from './StructureTable.tsx';

/** Everything measured on the open instance, beside its columns. */
export function ScorePanel({
  instance,
  metrics,
  columns,
}: {
  readonly instance: InstanceDetail;
  readonly metrics: readonly MetricDescriptor[];
  readonly columns: readonly Column[];
}) {
  const models = useMemo(() => modelColumns(columns), [columns]);
  const names = useMemo(() => models.map(({ label }) => label), [models]);
  useDistributions(instance.key, names);
  const responses = models.map((column) => column.response);
  return (
    <aside className={styles.panel} aria-label="Scores" tabIndex={0}>
      <AnnotationSection instanceKey={instance.key} columns={columns} />
      <h2 className={styles.heading}>Scores</h2>
      {models.length === 0 ? (
        <p className={styles.note}>No model is chosen. Import predictions to see scores here.</p>
      ) : (
        <ScoreTable
          instanceKey={instance.key}
          metrics={metrics}
          columns={models}
          responses={responses}
        />
      )}
      <HumanRatings instanceKey={instance.key} columns={models} responses={responses} />
      <JudgeNotes instanceKey={instance.key} columns={models} />
      {models.length > 0 && (
        <>
          <h2 className={styles.heading}>Structure</h2>
          <StructureTable columns={models} responses={responses} />
        </>
      )}
      <QualityAnatomy columns={models} />
      <Inspections columns={models} />
      <h2 className={styles.heading}>Record</h2>
      <RecordFacts instance={instance} columns={models} />
    </aside>
  );
}
