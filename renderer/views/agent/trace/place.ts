// Where one is among traces: all of it stands in the address, so that a step can be linked.
import { AgentRunId } from '../../../../shared/model/agent.ts';
import type { TraceName } from '../../../stores/agent-trace-store.ts';
import { currentRoute, navigate } from '../../../stores/route-store.ts';

type View = Readonly<Record<string, string>>;

/** The answer instead of a step. */
export const ANSWER = 'answer';

/** The trace that an address names. */
export function traceOf(view: View): TraceName | undefined {
  return named(view['run'], view['trace'], view['attempt']);
}

/** The trace beside it: `run~attempt` of the same instance. */
export function otherOf(view: View): TraceName | undefined {
  const [run, attempt] = (view['with'] ?? '').split('~');
  return named(run, view['trace'], attempt);
}

function named(
  run: string | undefined,
  key: string | undefined,
  attempt: string | undefined,
): TraceName | undefined {
  const runId = AgentRunId.safeParse(Number(run));
  if (!runId.success || key === undefined || key === '') return undefined;
  const number = Number(attempt);
  return {
    runId: runId.data,
    key,
    ...(Number.isInteger(number) && number > 0 && { attempt: number }),
  };
}

/** Changes parts of the address; undefined takes one away. */
export function showPart(
  parts: Readonly<Record<string, string | undefined>>,
  options: { readonly replace?: boolean } = {},
): void {
  const next = { ...currentRoute().view, ...parts };
  const kept = Object.entries(next).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  navigate({ view: Object.fromEntries(kept) }, options);
}

/** Shows a step of the trace, or the answer. */
export function showNode(name: string): void {
  showPart({ node: name }, { replace: true });
}
