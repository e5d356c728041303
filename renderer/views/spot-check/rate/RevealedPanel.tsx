import {
  RATING_LEVELS,
  type BlindUnit,
  type RevealedFigure,
} from '../../../../shared/model/rating.ts';
import type { JudgementVerdict } from '../../../../shared/model/judge.ts';
import { Button } from '../../../components/button/Button.tsx';
import { ExampleMark } from '../../../components/score/ExampleMark.tsx';
import { Spinner } from '../../../components/spinner/Spinner.tsx';
import { goToStep, useRating } from '../../../stores/rating-session-store.ts';
import { hrefOf } from '../../../stores/route-store.ts';
import { PREFERENCE_LABELS, stepLabel, VERDICT_LABELS } from '../labels.ts';
import styles from './RevealedPanel.module.css';
import { sayLevel, sayVerdict } from './use-rating-actions.ts';
import { openWords } from './words-store.ts';

/** Whose it is and what the judge found, beside what was rated blind. */
export function RevealedPanel({ unit }: { readonly unit: BlindUnit }) {
  const revealed = useRating((state) => state.revealed);
  const current = useRating((state) => state.step);
  if (revealed === undefined) return <Spinner label="Showing model and judge" />;
  const isPair = revealed.responses.length > 1;
  const models = revealed.responses.map(({ model }) => model).join(',');
  return (
    <div className={styles.revealed}>
      {unit.preference !== undefined && (
        <p>
          You said: <strong>{PREFERENCE_LABELS[unit.preference]}</strong>
        </p>
      )}
      {revealed.responses.map(({ model, figures }, side) => (
        <section key={model} aria-label={model}>
          <h3>
            {isPair && <span>{side === 0 ? 'A ' : 'B '}</span>}
            {model}
          </h3>
          <ol>
            {figures.map((figure, at) => (
              <li key={stepLabel(figure)} data-current={(!isPair && at === current) || undefined}>
                <FigureLine figure={figure} onChoose={() => goToStep(at)} isPair={isPair} />
                {!isPair && at === current && <Answer figure={figure} />}
              </li>
            ))}
          </ol>
        </section>
      ))}
      <Captions captions={revealed.captions} />
      <a href={hrefOf({ screen: 'instance', key: unit.key, models: models.split(',') })}>
        Open the instance
      </a>
    </div>
  );
}

function FigureLine({
  figure,
  onChoose,
  isPair,
}: {
  readonly figure: RevealedFigure;
  readonly onChoose: () => void;
  readonly isPair: boolean;
}) {
  const { judge, human, corrected, unscored, source } = figure;
  const difference = judge === undefined || human === undefined ? undefined : judge - human;
  return (
    <button type="button" className={styles.figure} onClick={onChoose} disabled={isPair}>
      <span className={styles.name}>{stepLabel(figure)}</span>
      <span className={styles.values}>
        {!isPair && <span>you {human ?? '–'}</span>}
        <span title={unscored?.reason}>
          judge {judge === undefined ? 'none' : level(judge)}
          {source?.isExample === true && <ExampleMark />}
        </span>
        {difference !== undefined && difference !== 0 && (
          <span className={styles.difference}>{signed(difference)}</span>
        )}
        {corrected !== undefined && <span>corrected {corrected.value}</span>}
      </span>
    </button>
  );
}

const level = (value: number) => String(Math.round(value * 100) / 100);
const signed = (value: number) => (value > 0 ? `+${level(value)}` : `−${level(-value)}`);

const VERDICTS: readonly (readonly [JudgementVerdict, string])[] = [
  ['agree', 'a'],
  ['caption-wrong', 'c'],
  ['verdict-wrong', 'v'],
];

/** What is to be said of the judge's figure: it stands beside it, never over it. */
function Answer({ figure }: { readonly figure: RevealedFigure }) {
  const { reason, verdict, corrected } = figure;
  return (
    <div className={styles.answer}>
      {reason !== undefined && <blockquote>{reason}</blockquote>}
      <div className={styles.row}>
        {VERDICTS.map(([one, keys]) => (
          <Button
            key={one}
            isPressed={verdict?.verdict === one}
            data-tip-keys={keys}
            data-tip={VERDICT_LABELS[one]}
            onClick={() => (one === 'agree' ? void sayVerdict(one) : openWords(one))}
          >
            {VERDICT_LABELS[one]}
          </Button>
        ))}
      </div>
      {verdict !== undefined && verdict.reason !== '' && <p>{verdict.reason}</p>}
      <div className={styles.row} role="group" aria-label="Corrected score">
        <span>Corrected</span>
        {RATING_LEVELS.map((value) => (
          <Button
            key={value}
            isPressed={corrected?.value === value}
            aria-label={`Corrected score ${value}`}
            onClick={() => void sayLevel(value)}
          >
            {value}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Captions({ captions }: { readonly captions: Readonly<Record<string, string>> }) {
  const all = Object.entries(captions);
  if (all.length === 0) return undefined;
  return (
    <details className={styles.captions}>
      <summary>Captions that the judge was given</summary>
      <dl>
        {all.map(([tag, caption]) => (
          <div key={tag}>
            <dt>{tag}</dt>
            <dd>{caption}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
