import type { SourceKind, ValidationReport } from '../../../shared/model/import.ts';
import { formatCount, formatCounted } from '../../components/score/format-score.ts';
import { baseName, type Role } from '../../stores/import-draft.ts';

const KIND_LABELS: Readonly<Record<SourceKind, string>> = {
  dataset: 'a dataset',
  captions: 'captions of a dataset',
  predictions: 'predictions',
  'gq-results': 'GQ results',
  'ics-results': 'ICS results',
  'sc-results': 'SC results',
  ratings: 'human ratings',
  capabilities: 'a capability table',
  unknown: 'nothing that is known',
};

/** What a source was found to be, in one line. */
export function describeInspection(report: ValidationReport, role: Role | undefined): string {
  // the records of a dataset and of predictions look alike
  const isAnswers = report.kind === 'dataset' && role === 'predictions';
  const parts = [
    isAnswers ? 'Records with answers' : `Looks like ${KIND_LABELS[report.kind]}`,
    formatCounted(report.files, 'file'),
    formatCounted(report.records, 'record'),
  ];
  if (report.repaired > 0) parts.push(`${formatCount(report.repaired)} repaired`);
  const lost = errorsOf(report).length;
  const other = report.problems.length - lost;
  if (lost > 0) parts.push(formatCounted(lost, 'error'));
  if (other > 0) parts.push(formatCounted(other, 'note'));
  return parts.join(' · ');
}

/** Why nothing could be read of a source, and where; undefined when something was. */
export function whyUnreadable(report: ValidationReport): string | undefined {
  const first = report.records === 0 ? errorsOf(report)[0] : undefined;
  if (first?.line === undefined) return first?.message;
  return `${first.message} (${baseName(first.file)}:${first.line})`;
}

/** Other systems write folders; a records' file, or a path that cannot be read, is none. */
export function mayBeNative(report: ValidationReport, path: string): boolean {
  const isUnread = errorsOf(report).some(({ code }) => code.startsWith('unreadable-'));
  return !isUnread && !/\.jsonl?$/i.test(path);
}

const errorsOf = (report: ValidationReport) =>
  report.problems.filter((problem) => problem.severity === 'error');
