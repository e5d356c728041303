import type { Problem } from '../../shared/model/problem.ts';

/** One line as compilers write it: where, how much it matters, what. */
export function describeProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const what = problem.quirk === undefined ? problem.code : `quirk ${problem.quirk}`;
  return `${place}: ${problem.severity}: ${problem.message} (${what})`;
}
