import { TriangleAlert } from 'lucide-react';
import styles from './ExpressionProblem.module.css';
import type { ExpressionState } from './use-expression.ts';

/** Why the expression cannot be read, where, and what was perhaps meant. */
export function ExpressionProblem({ state }: { readonly state: ExpressionState }) {
  const { problem } = state;
  if (problem === undefined) return null;
  return (
    <p id="expression-problem" className={styles.problem} role="alert">
      <TriangleAlert size={13} aria-hidden="true" />
      <span>
        <b>Character {problem.position + 1}:</b> {problem.message}
      </span>
      {problem.suggestion !== undefined && (
        <button type="button" onClick={state.acceptSuggestion}>
          Use <code>{problem.suggestion}</code>
        </button>
      )}
    </p>
  );
}
