import { Ban, Check, Minus, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import type { EndpointCheck } from '../../../shared/model/endpoint.ts';
import { formatCount } from '../score/format-score.ts';
import styles from './EndpointChecks.module.css';

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

/** What was asked, and what came of each. */
export function EndpointChecks({ checks }: { readonly checks: readonly EndpointCheck[] }) {
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
