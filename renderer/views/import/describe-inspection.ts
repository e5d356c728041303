import type { SourceKind, ValidationReport } from '../../../shared/model/import.ts';

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

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** What a source was found to be, in one line. */
export function describeInspection(report: ValidationReport): string {
  const parts = [
    `Looks like ${KIND_LABELS[report.kind]}`,
    counted(report.files, 'file', 'files'),
    counted(report.records, 'record', 'records'),
  ];
  if (report.repaired > 0) parts.push(`${report.repaired.toLocaleString('en')} repaired`);
  const lost = report.problems.filter((problem) => problem.severity === 'error').length;
  const other = report.problems.length - lost;
  if (lost > 0) parts.push(counted(lost, 'error', 'errors'));
  if (other > 0) parts.push(counted(other, 'note', 'notes'));
  return parts.join(' · ');
}
