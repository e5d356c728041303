import { Ban, Check, Minus, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import type {
  EndpointCheck,
  EndpointKey,
  EndpointTakes,
  EndpointTest,
} from '../../../../shared/model/endpoint.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ErrorText } from '../../../components/error-text/ErrorText.tsx';
import { formatCount } from '../../../components/score/format-score.ts';
import { formatUsd } from '../../../components/score/format-cost.ts';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { latest } from '../../../stores/async-data.ts';
import { useEndpointTests } from '../../../stores/endpoint-tests-store.ts';
import styles from './TestResults.module.css';

const CHECK_LABELS: Readonly<Record<EndpointCheck['what'], string>> = {
  text: 'Text',
  image: 'An image',
  audio: 'A recording',
  video: 'A video',
  json_schema: 'JSON schema',
  json_object: 'JSON object',
  make_image: 'Making an image',
  make_speech: 'Speaking',
  make_video: 'Making a video',
  make_threeD: 'Making a 3D object',
};

const RESULTS: Readonly<Record<EndpointCheck['result'], { icon: LucideIcon; words: string }>> = {
  works: { icon: Check, words: 'works' },
  refused: { icon: Ban, words: 'refused' },
  wrong: { icon: TriangleAlert, words: 'wrong' },
  failed: { icon: X, words: 'failed' },
  skipped: { icon: Minus, words: 'not asked' },
};

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
          <Checks checks={test.checks} />
          <footer className={styles.foot}>
            <span>{spentWords(test)}</span>
            <TakeButton found={test.takes} taken={taken} onTake={onTake} />
          </footer>
        </>
      )}
    </section>
  );
}

function Checks({ checks }: { readonly checks: readonly EndpointCheck[] }) {
  return (
    <table className={styles.checks}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Asked with</th>
          <th scope="col">Result</th>
          <th scope="col">Answer</th>
          <th scope="col">Time</th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ what, result, message, latencyMs }) => {
          const { icon: Icon, words } = RESULTS[result];
          return (
            <tr key={what}>
              <th scope="row">{CHECK_LABELS[what]}</th>
              <td>
                <span className={styles.result} data-result={result}>
                  <Icon size={13} aria-hidden="true" /> {words}
                </span>
              </td>
              <td>{message}</td>
              <td>{latencyMs !== undefined && `${formatCount(Math.round(latencyMs))} ms`}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
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
