import { PROBLEM_CODES, Severity, type ProblemCode } from '../../../shared/model/problem.ts';
import { problemLabel, SEVERITY_LABELS } from '../../components/problem-kind/problem-labels.ts';
import { latest } from '../../stores/async-data.ts';
import { useImport } from '../../stores/import-store.ts';
import type { ProblemFilter } from '../../stores/route.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import styles from './ProblemFilters.module.css';

/** Narrows the problems to one kind and one severity. */
export function ProblemFilters() {
  const filter = useRoute((route) => route.problems);
  const kinds = useKinds();
  const chosen = filter.quirk === undefined ? (filter.code ?? '') : `quirk:${filter.quirk}`;
  return (
    <>
      <select
        className={styles.kind}
        aria-label="Kind of problem"
        value={chosen}
        onChange={(event) => chooseKind(filter, event.target.value)}
      >
        <option value="">All kinds</option>
        {kinds.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <div className={styles.severities} role="group" aria-label="Severity">
        {[undefined, ...Severity.options].map((severity) => (
          <button
            key={severity ?? 'all'}
            type="button"
            aria-pressed={filter.severity === severity}
            onClick={() => chooseSeverity(filter, severity)}
          >
            {severity === undefined ? 'All' : SEVERITY_LABELS[severity]}
          </button>
        ))}
      </div>
    </>
  );
}

function chooseKind(filter: ProblemFilter, id: string): void {
  const { code: _code, quirk: _quirk, ...rest } = filter;
  const quirk = /^quirk:(\d+)$/.exec(id)?.[1];
  const code = PROBLEM_CODES.find((each) => each === id);
  navigate({
    problems:
      quirk !== undefined
        ? { ...rest, code: 'quirk', quirk: Number(quirk) }
        : { ...rest, ...(code === undefined ? {} : { code }) },
  });
}

function chooseSeverity(filter: ProblemFilter, severity: Severity | undefined): void {
  const { severity: _severity, ...rest } = filter;
  navigate({ problems: severity === undefined ? rest : { ...rest, severity } });
}

/** Kinds that the last import reported, most frequent first; all of them when it is not known. */
function useKinds(): { id: string; label: string }[] {
  const report = useImport((state) => latest(state.report));
  const filter = useRoute((route) => route.problems);
  const counted = new Map<string, { label: string; count: number }>();
  for (const { code, quirk, count } of report?.problemsByCode ?? []) {
    const id = kindId(code as ProblemCode, quirk);
    const before = counted.get(id)?.count ?? 0;
    counted.set(id, { label: problemLabel(code, quirk), count: before + count });
  }
  if (counted.size === 0) {
    for (const code of PROBLEM_CODES.filter((each) => each !== 'quirk'))
      counted.set(code, { label: problemLabel(code, undefined), count: 0 });
    for (let quirk = 1; quirk <= 22; quirk++)
      counted.set(`quirk:${quirk}`, { label: problemLabel('quirk', quirk), count: 0 });
  }
  const chosen = filter.code === undefined ? undefined : kindId(filter.code, filter.quirk);
  if (chosen !== undefined && filter.code !== undefined && !counted.has(chosen))
    counted.set(chosen, { label: problemLabel(filter.code, filter.quirk), count: 0 });
  return [...counted]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([id, { label, count }]) => ({
      id,
      label: count === 0 ? label : `${label} (${count.toLocaleString('en')})`,
    }));
}

function kindId(code: ProblemCode, quirk: number | undefined): string {
  return quirk === undefined ? code : `quirk:${quirk}`;
}
