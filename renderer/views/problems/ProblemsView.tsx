import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../components/button/Button.tsx';
import { EmptyState } from '../../components/empty-state/EmptyState.tsx';
import { ErrorText } from '../../components/error-text/ErrorText.tsx';
import { formatCount } from '../../components/score/format-score.ts';
import { loadReport } from '../../stores/import-store.ts';
import { reloadProblems, useProblems } from '../../stores/problems-store.ts';
import { navigate, useRoute } from '../../stores/route-store.ts';
import { ProblemFilters } from './ProblemFilters.tsx';
import { ProblemList } from './ProblemList.tsx';
import styles from './ProblemsView.module.css';

/** Everything that was noticed while reading; nothing is dropped without a line here. */
export function ProblemsView() {
  const list = useProblems((state) => state.list);
  const filter = useRoute((route) => route.problems);
  useEffect(() => void loadReport(), []);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <div className={styles.view}>
      <header className={styles.header}>
        <h1>Problems</h1>
        <span className={styles.count} role="status">
          {list.pages.size > 0 && formatCount(list.total)}
        </span>
        <span className={styles.space} />
        <ProblemFilters />
      </header>
      {list.status === 'failed' && list.error !== undefined ? (
        <div className={styles.state}>
          <ErrorText
            error={list.error}
            actions={<Button onClick={() => reloadProblems()}>Try again</Button>}
          />
        </div>
      ) : list.status === 'ready' && list.total === 0 ? (
        <EmptyState
          icon={CircleCheck}
          title={isFiltered ? 'No problem of this kind' : 'No problems'}
          hint={
            isFiltered
              ? 'Choose another kind, or show all.'
              : 'Every record and every path was read as it is written.'
          }
          actions={
            isFiltered && <Button onClick={() => navigate({ problems: {} })}>Show all</Button>
          }
        />
      ) : (
        <ProblemList />
      )}
    </div>
  );
}
