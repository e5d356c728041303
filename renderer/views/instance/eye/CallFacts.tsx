import type { Call } from '../../../../shared/model/judge.ts';
import { formatUsd } from '../../../components/score/format-cost.ts';
import { formatMoment } from '../../../components/score/format-moment.ts';
import { formatCount } from '../../../components/score/format-score.ts';
import styles from './JudgesEye.module.css';

/** Who was asked, when, with which prompt, and what it cost. */
export function CallFacts({ call }: { readonly call: Call }) {
  const { model, baseUrl, promptId, promptVersion, promptHash, at, tokensIn, tokensOut } = call;
  const cost = call.costUsd === undefined ? '' : `, ${formatUsd(call.costUsd)}`;
  const attempts = call.attempts > 1 ? `, ${call.attempts} attempts` : '';
  return (
    <p className={styles.facts}>
      {model} at {hostOf(baseUrl)} · {formatMoment(at)}
      <br />
      {formatCount(tokensIn)} tokens in, {formatCount(tokensOut)} out{cost} ·{' '}
      {formatCount(Math.round(call.latencyMs))} ms{attempts}
      <br />
      {promptId} version {promptVersion}, SHA-256{' '}
      <code data-tip={promptHash}>{promptHash.slice(0, 10)}</code>
    </p>
  );
}

function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}
