import { useEffect } from 'react';
import { formatMoment } from '../../../components/score/format-moment.ts';
import { useTraceList, wantTraceList } from '../../../stores/agent-trace-store.ts';
import { latest } from '../../../stores/async-data.ts';
import { hrefOf } from '../../../stores/route-store.ts';
import { VERDICT_WORDS } from '../trace/labels.ts';
import styles from './NewAgentRun.module.css';

/** The one instance that a run is planned for, and the traces that there are of it. */
export function OnlyInstance({ instanceKey }: { readonly instanceKey: string }) {
  useEffect(() => wantTraceList(instanceKey), [instanceKey]);
  const list = useTraceList(instanceKey);
  const entries = (list === undefined ? undefined : latest(list)) ?? [];
  return (
    <>
      <p>
        Only <a href={hrefOf({ screen: 'instance', key: instanceKey })}>{instanceKey}</a>{' '}
        <a href={hrefOf({ screen: 'agent', view: {} })}>Show the form for all</a>
      </p>
      {entries.length > 0 && (
        <ul className={styles.traces} aria-label="Traces of it">
          {entries.map(({ runId, model, item, createdAt }) => (
            <li key={runId}>
              <a
                href={hrefOf({ screen: 'agent', view: { run: String(runId), trace: instanceKey } })}
              >
                {model}, run {runId}
              </a>{' '}
              {item.verdict === undefined ? item.state : VERDICT_WORDS[item.verdict]} ·{' '}
              {formatMoment(createdAt)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
