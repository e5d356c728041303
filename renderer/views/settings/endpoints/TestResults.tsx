import type {
  EndpointKey,
  EndpointTakes,
  EndpointTest,
} from '../../../../shared/model/endpoint.ts';
import { Button } from '../../../components/button/Button.tsx';
import { EndpointChecks } from '../../../components/endpoint-checks/EndpointChecks.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { formatCount } from '../../../components/score/format-score.ts';
import { formatUsd } from '../../../components/score/format-cost.ts';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { latest } from '../../../stores/async-data.ts';
import { useEndpointTests } from '../../../stores/endpoint-tests-store.ts';
import styles from './TestResults.module.css';

/** What the endpoint answered when it was really asked; nothing before the first test. */
export function TestResults({
  role,
  taken,
  onTake,
}: {
  readonly role: EndpointKey;
  /** What is set now. */
  readonly taken: EndpointTakes | undefined;
  readonly onTake: (takes: EndpointTakes) => void;
}) {
  const state = useEndpointTests(({ tests }) => tests[role]);
  if (state === undefined || state.status === 'idle') return null;
  if (state.status === 'failed') return <ErrorText error={state.error} />;
  const test = latest(state);
  return (
    <section className={styles.results} aria-label="What the endpoint answered" aria-live="polite">
      {test === undefined ? (
        <Spinner label="Asking the endpoint" />
      ) : (
        <>
          <EndpointChecks checks={test.checks} />
          <footer className={styles.foot}>
            <span>{spentWords(test)}</span>
            <TakeButton found={test.takes} taken={taken} onTake={onTake} />
          </footer>
        </>
      )}
    </section>
  );
}

function TakeButton({
  found,
  taken,
  onTake,
}: {
  readonly found: EndpointTakes | undefined;
  readonly taken: EndpointTakes | undefined;
  readonly onTake: (takes: EndpointTakes) => void;
}) {
  if (found === undefined) return null;
  const isSame =
    taken !== undefined &&
    (['image', 'audio', 'video', 'json'] as const).every((each) => taken[each] === found[each]);
  if (isSame) return <span>The settings say the same.</span>;
  return <Button onClick={() => onTake(found)}>Set what it takes from this</Button>;
}

function spentWords({ tokensIn, tokensOut, costUsd }: EndpointTest): string {
  const cost = costUsd === undefined ? '' : `, ${formatUsd(costUsd)}`;
  return `This test used ${formatCount(tokensIn)} tokens in and ${formatCount(tokensOut)} out${cost}.`;
}
