import { useEffect, useState } from 'react';
import type { Sample } from '../../../../shared/model/sample.ts';
import { STRATUM_PARTS } from '../../../../shared/model/sample.ts';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { CheckField } from '../../../components/field/CheckField.tsx';
import { SelectField } from '../../../components/field/SelectField.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import {
  leaveAgreement,
  loadAgreement,
  loadPreferences,
  useAgreement,
} from '../../../stores/agreement-store.ts';
import { latest } from '../../../stores/async-data.ts';
import styles from './AgreementView.module.css';
import { ExportRatings } from './ExportRatings.tsx';
import { FiguresTable } from './FiguresTable.tsx';
import { MetricPanel } from './MetricPanel.tsx';
import { PreferencePanel } from './PreferencePanel.tsx';
import { SelfChecks } from './SelfChecks.tsx';

/** How judge and people agree: over a sample, or over every rating of the project. */
export function AgreementView({ sample }: { readonly sample: Sample | undefined }) {
  useEffect(() => leaveAgreement, []);
  return (
    <div className={styles.view}>
      {sample?.draft.kind === 'pairwise' ? (
        <Preferences sampleId={sample.id} />
      ) : (
        <Agreement sampleId={sample?.id} />
      )}
      {sample === undefined && <SelfChecks />}
      <ExportRatings sampleId={sample?.id} />
    </div>
  );
}

const WIDTHS = ['0.05', '0.1', '0.15', '0.2'] as const;

function Agreement({ sampleId }: { readonly sampleId: string | undefined }) {
  const report = useAgreement((state) => state.report);
  const [hasStale, setHasStale] = useState(false);
  const [halfWidth, setHalfWidth] = useState<(typeof WIDTHS)[number]>('0.1');
  useEffect(() => {
    const of = sampleId === undefined ? {} : { sampleId };
    const strata = [...STRATUM_PARTS];
    void loadAgreement({ ...of, hasStale, strata, halfWidth: Number(halfWidth) });
  }, [sampleId, hasStale, halfWidth]);
  const data = latest(report);
  const left = data?.overall;
  return (
    <section className={styles.section} aria-label="Judge against people">
      <header>
        <h2>Judge against people</h2>
        <div className={styles.options}>
          <SelectField
            label="How many more ratings until"
            value={halfWidth}
            options={WIDTHS.map((width) => [width, `±${width}`] as const)}
            onChange={setHalfWidth}
          />
          {(hasStale || (left?.nStale ?? 0) > 0) && (
            <CheckField label="Count stale ratings" isChecked={hasStale} onChange={setHasStale} />
          )}
        </div>
      </header>
      {report.status === 'failed' && <ErrorText error={report.error} />}
      {data === undefined && report.status === 'loading' && <Spinner label="Measuring agreement" />}
      {data !== undefined && left !== undefined && (
        <>
          <p className={styles.aside}>
            {left.raters.length === 0
              ? 'Nobody has rated yet.'
              : `Rated by ${left.raters.join(', ')}.`}
            {left.nStale > 0 && ` ${left.nStale} left out: what was rated has changed since.`}
            {left.nUnjudged > 0 && ` ${left.nUnjudged} have no score of the judge.`}
            {left.nCannot > 0 && ` ${left.nCannot} could not be judged.`}
          </p>
          <FiguresTable report={data} />
          {data.metrics.map((metric) => (
            <MetricPanel key={metric.metric ?? ''} agreement={metric} />
          ))}
        </>
      )}
    </section>
  );
}

function Preferences({ sampleId }: { readonly sampleId: string }) {
  const preferences = useAgreement((state) => state.preferences);
  useEffect(() => void loadPreferences(sampleId), [sampleId]);
  const report = latest(preferences);
  return (
    <section className={styles.section} aria-label="Preferences">
      <header>
        <h2>What people preferred</h2>
      </header>
      {preferences.status === 'failed' && <ErrorText error={preferences.error} />}
      {report === undefined && preferences.status === 'loading' && (
        <Spinner label="Measuring preferences" />
      )}
      {report !== undefined && <PreferencePanel report={report} />}
    </section>
  );
}
