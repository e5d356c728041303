import type { SearchHit } from '../../../../shared/model/instance.ts';
import type { ChosenModel } from '../../../stores/chosen-models.ts';
import cells from '../cells.module.css';
import { hitParts } from './hit-parts.ts';
import styles from './HitText.module.css';

const PLACES: Readonly<Record<SearchHit['where'], string>> = {
  task: 'task',
  reference: 'reference',
  response: 'response',
  caption: 'caption',
  reason: 'judge’s reason',
  note: 'note',
};

/** What was searched for as it stands in an instance: the first place, and how many others there are. */
export function HitText({
  hits,
  models,
}: {
  readonly hits: readonly SearchHit[];
  readonly models: readonly ChosenModel[];
}) {
  const [first, ...others] = hits;
  if (first === undefined) return null;
  const places = others.map((hit) => placeOf(hit, models).words);
  const place = placeOf(first, models);
  return (
    <>
      {first.where !== 'task' && (
        <span className={styles.place} data-tone={place.tone} data-tip={place.words}>
          {place.letter !== undefined && <i>{place.letter}</i>}
          {PLACES[first.where]}
        </span>
      )}
      {others.length > 0 && (
        <span className={styles.more} data-tip={`Also in: ${places.join(' · ')}`}>
          +{others.length}
        </span>
      )}
      {hitParts(first).map((part, index) =>
        part.kind === 'text' ? (
          part.text
        ) : part.kind === 'mark' ? (
          <mark key={index} className={styles.hit}>
            {part.text}
          </mark>
        ) : (
          <i key={index} className={cells.tag}>
            {part.text}
          </i>
        ),
      )}
    </>
  );
}

function placeOf(hit: SearchHit, models: readonly ChosenModel[]) {
  const tone = models.find(({ name }) => name === hit.model)?.tone;
  const words =
    hit.model === undefined ? PLACES[hit.where] : `${PLACES[hit.where]} of ${hit.model}`;
  return { words, tone, letter: tone?.toUpperCase() };
}
