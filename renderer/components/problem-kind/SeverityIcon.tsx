import { CircleX, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Severity } from '../../../shared/model/problem.ts';
import { SEVERITY_LABELS } from './problem-labels.ts';
import styles from './SeverityIcon.module.css';

const ICONS: Readonly<Record<Severity, LucideIcon>> = {
  error: CircleX,
  warning: TriangleAlert,
  info: Info,
};

export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const Icon = ICONS[severity];
  return (
    <Icon
      size={14}
      role="img"
      aria-label={SEVERITY_LABELS[severity]}
      className={styles.icon}
      data-severity={severity}
    />
  );
}
