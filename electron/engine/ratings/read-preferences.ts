import { Preference } from '../../../shared/model/rating.ts';
import { listHoldingEvents, type StoredRatingEvent } from '../db/rating-events.ts';
import { createStaleness } from './human-ratings.ts';
import type { GivenPreference } from './measure-preferences.ts';
import type { RatingSource } from './seat.ts';
import type { FileHasher } from './shown.ts';

/** Preferences that hold, the last one of each rater and pair; stale ones are counted only. */
export async function readPreferences(
  source: RatingSource,
  hashOf: FileHasher,
  sampleId: string | undefined,
): Promise<{ given: GivenPreference[]; nStale: number }> {
  const staleOf = createStaleness(source, hashOf);
  const last = new Map<string, StoredRatingEvent>();
  for (const event of listHoldingEvents(source.db)) {
    if (event.kind !== 'preference') continue;
    if (sampleId !== undefined && event.sampleId !== sampleId) continue;
    last.set(JSON.stringify([event.sampleId, event.unit, event.nameKey]), event);
  }
  const given: GivenPreference[] = [];
  let nStale = 0;
  for (const { key, model, otherModel = '', shown, word } of last.values()) {
    const stale = await staleOf(key, [model, otherModel], shown, '');
    if (stale.length > 0) nStale += 1;
    else given.push({ left: model, right: otherModel, preference: Preference.parse(word) });
  }
  return { given, nStale };
}
