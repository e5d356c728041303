// How judge and people agree, asked again while somebody rates.
import { create } from 'zustand';
import type { MethodInput, MethodOutput } from '../../shared/api/contract.ts';
import type { PreferenceReport } from '../../shared/model/agreement.ts';
import { api } from '../api/index.ts';
import { createLoader, toShownError, type ShownError } from './api-error.ts';
import { idle, type AsyncData } from './async-data.ts';
import { createThrottle } from './throttle.ts';

export type AgreementQuery = MethodInput<'agreement.get'>;
export type AgreementReport = MethodOutput<'agreement.get'>;
export interface SelfChecks {
  readonly consistency: MethodOutput<'agreement.consistency'>['consistency'];
  readonly orderSwap: MethodOutput<'agreement.consistency'>['orderSwap'];
  readonly rationality: MethodOutput<'agreement.rationality'>;
}

interface AgreementState {
  readonly report: AsyncData<AgreementReport>;
  readonly preferences: AsyncData<PreferenceReport>;
  readonly checks: AsyncData<SelfChecks>;
  /** What the last export of ratings wrote, or why it wrote nothing. */
  readonly exported: { readonly words: string } | { readonly error: ShownError } | undefined;
}

const start: AgreementState = {
  report: idle,
  preferences: idle,
  checks: idle,
  exported: undefined,
};
export const useAgreement = create<AgreementState>(() => start);

const reportLoader = createLoader<AgreementReport>(
  () => useAgreement.getState().report,
  (report) => useAgreement.setState({ report }),
);
const preferenceLoader = createLoader<PreferenceReport>(
  () => useAgreement.getState().preferences,
  (preferences) => useAgreement.setState({ preferences }),
);
const checksLoader = createLoader<SelfChecks>(
  () => useAgreement.getState().checks,
  (checks) => useAgreement.setState({ checks }),
);

/** What is shown now, to be asked again when somebody has rated. */
let shown: { query?: AgreementQuery; pairs?: string | undefined; hasChecks?: boolean } = {};

export function loadAgreement(query: AgreementQuery): Promise<void> {
  shown = { ...shown, query };
  return reportLoader.run((signal) => api.call('agreement.get', query, signal));
}

export function loadPreferences(sampleId: string): Promise<void> {
  shown = { ...shown, pairs: sampleId };
  return preferenceLoader.run(
    async (signal) => (await api.call('agreement.preferences', { sampleId }, signal)).report,
  );
}

export function loadChecks(): Promise<void> {
  shown = { ...shown, hasChecks: true };
  return checksLoader.run(async (signal) => {
    const [{ consistency, orderSwap }, rationality] = await Promise.all([
      api.call('agreement.consistency', {}, signal),
      api.call('agreement.rationality', {}, signal),
    ]);
    return { consistency, orderSwap, rationality };
  });
}

/** Nothing is asked again any more. */
export function leaveAgreement(): void {
  shown = {};
  useAgreement.setState({ exported: undefined });
}

export async function exportRatings(path: string, sampleId: string | undefined): Promise<void> {
  const format = path.toLowerCase().endsWith('.csv') ? 'csv' : 'jsonl';
  const of = sampleId === undefined ? {} : { sampleId };
  try {
    const { records, stale } = await api.call('export.ratings', { path, format, ...of });
    const marked = stale === 0 ? '' : `, ${stale} of them marked stale`;
    useAgreement.setState({ exported: { words: `Wrote ${records} ratings${marked}.` } });
  } catch (error) {
    useAgreement.setState({ exported: { error: toShownError(error) } });
  }
}

const throttle = createThrottle(() => {
  if (shown.query !== undefined) void loadAgreement(shown.query);
  if (shown.pairs !== undefined) void loadPreferences(shown.pairs);
  if (shown.hasChecks === true) void loadChecks();
}, 1500);
api.on('ratings.changed', throttle.call);
api.on('data.changed', throttle.call);
api.on('settings.changed', throttle.call);
api.on('project.changed', () => {
  throttle.cancel();
  for (const loader of [reportLoader, preferenceLoader, checksLoader]) loader.reset();
  leaveAgreement();
});
