// A process of its own that rates without a pause and can be killed: it names each rating on its standard
// output as soon as it was told that it is kept.
import { writeSync } from 'node:fs';
import { addRatingEvent } from '../../electron/engine/db/rating-events.ts';
import { createSmallWrites } from '../../electron/engine/project/small-writes.ts';

const [dir = '', rater = ''] = process.argv.slice(2);
const nothing = () => undefined;
const { writeDurably } = createSmallWrites({ dir, isReadOnly: false }, nothing, nothing);
for (let unit = 0; ; unit++) {
  const value = 1 + (unit % 5);
  writeDurably('keep the rating', (db) => {
    addRatingEvent(db, {
      ...{ sampleId: 's', unit, key: `f/s/${unit}`, model: 'Alpha', otherModel: undefined },
      ...{ nameKey: rater, rater, kind: 'value', metric: 'SC', value },
      at: '2026-01-01T00:00:00.000Z',
    });
  });
  writeSync(1, `${unit}\n`);
}
