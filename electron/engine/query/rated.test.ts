import { expect, test } from 'vitest';
import { makeFolder } from '../../../tests/builders/folders.ts';
import { startRated } from '../../../tests/builders/rating.ts';

test('what somebody rated is known to filters at once, and no longer when it is taken back', async () => {
  const project = await startRated(makeFolder());
  const rated = async (value: string) => {
    const input = { filter: { facets: { rated: [value] } }, models: [] };
    const { facets, total } = await project.api.call('instances.facets', input);
    return [total, facets.find(({ facet }) => facet === 'rated')?.values] as const;
  };
  expect(await rated('no')).toEqual([6, []]);
  const rater = await project.sit(await project.draw());
  const [unit] = await rater.units();

  const first = unit?.steps[0];
  if (first === undefined) throw new Error('there is nothing to rate');
  await rater.say(0, { kind: 'value', ...first, value: 3 });

  const counts = [
    { value: 'yes', count: 1 },
    { value: 'no', count: 5 },
  ];
  expect(await rated('yes')).toEqual([1, counts]);
  expect(await rated('no')).toEqual([5, counts]);
  await rater.undo();
  expect(await rated('no')).toEqual([6, []]);
}, 60_000);
