import { useEffect, useState } from 'react';
import { AgentVerdict, type AgentItem, type AgentRun } from '../../../../shared/model/agent.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { formatUsd } from '../../../components/score/format-cost.ts';
import { formatCount } from '../../../components/score/format-score.ts';
import { AGENT_PAGE, loadAgentItems, useAgent } from '../../../stores/agent-store.ts';
import { latest } from '../../../stores/async-data.ts';
import { hrefOf } from '../../../stores/route-store.ts';
import { milliseconds, VERDICT_WORDS } from '../trace/labels.ts';
import styles from './AgentItemTable.module.css';

/** The instances of a run; each leads to its trace. */
export function AgentItemTable({ run }: { readonly run: AgentRun }) {
  const items = useAgent((state) => state.items);
  const [verdict, setVerdict] = useState<AgentVerdict | undefined>(undefined);
  const [offset, setOffset] = useState(0);
  useEffect(() => void loadAgentItems(run.id, verdict, offset), [run.id, verdict, offset]);
  const choose = (next: AgentVerdict | undefined) => {
    setVerdict(next);
    setOffset(0);
  };
  const data = latest(items);
  return (
    <section className={styles.items} aria-label="Instances of the run">
      <div className={styles.filter} role="group" aria-label="Which instances">
        <Button isPressed={verdict === undefined} onClick={() => choose(undefined)}>
          All
        </Button>
        {AgentVerdict.options.map((each) => (
          <Button key={each} isPressed={verdict === each} onClick={() => choose(each)}>
            {capital(VERDICT_WORDS[each])}
          </Button>
        ))}
      </div>
      {items.status === 'failed' && <ErrorText error={items.error} />}
      {data?.items.length === 0 && <p className={styles.none}>None of these.</p>}
      {data !== undefined && data.items.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Instance</th>
              <th scope="col">How it ended</th>
              <th scope="col">Rounds</th>
              <th scope="col">Tokens</th>
              <th scope="col">Cost</th>
              <th scope="col">Time</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((item) => (
              <ItemRow key={item.key} item={item} run={run} />
            ))}
          </tbody>
        </table>
      )}
      {data !== undefined && data.total > AGENT_PAGE && (
        <footer>
          <Button isDisabled={offset === 0} onClick={() => setOffset(offset - AGENT_PAGE)}>
            Back
          </Button>
          <span>
            {formatCount(offset + 1)} to {formatCount(offset + data.items.length)} of{' '}
            {formatCount(data.total)}
          </span>
          <Button
            isDisabled={offset + AGENT_PAGE >= data.total}
            onClick={() => setOffset(offset + AGENT_PAGE)}
          >
            On
          </Button>
        </footer>
      )}
    </section>
  );
}

function ItemRow({ item, run }: { readonly item: AgentItem; readonly run: AgentRun }) {
  const hasTrace = item.attempts > 0 || item.state !== 'waiting';
  const view = { run: String(run.id), trace: item.key };
  const ending = item.verdict === undefined ? item.state : VERDICT_WORDS[item.verdict];
  return (
    <tr>
      <th scope="row">
        {hasTrace ? <a href={hrefOf({ screen: 'agent', view })}>{item.key}</a> : item.key}
      </th>
      <td data-verdict={item.verdict}>
        {ending}
        {item.missing.length > 0 && <small> without {item.missing.join(', ')}</small>}
      </td>
      <td>{item.rounds === 0 ? '' : item.rounds}</td>
      <td>{formatCount(item.tokensIn + item.tokensOut)}</td>
      <td>{item.costUsd === undefined ? '—' : formatUsd(item.costUsd)}</td>
      <td>{item.seconds === 0 ? '' : milliseconds(item.seconds * 1000)}</td>
    </tr>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
