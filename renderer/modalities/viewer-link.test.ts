import { expect, test } from 'vitest';
import { createViewerLink } from './viewer-link.ts';

test('the others hear what one does, and it does not hear itself', () => {
  const link = createViewerLink();
  const [one, other] = [{}, {}];
  const heard: string[] = [];
  link.hear('line', one, ({ index }) => heard.push(`one ${index}`));
  link.hear('line', other, ({ index }) => heard.push(`other ${index}`));

  link.tell('line', { index: 4 }, one);

  expect(heard).toEqual(['other 4']);
});

test('who comes later is told the last state', () => {
  const link = createViewerLink();
  link.tell('page', { index: 2, offset: 0.5 }, {});
  const heard: number[] = [];

  link.hear('page', {}, ({ index }) => heard.push(index));

  expect(heard).toEqual([2]);
});

test('nobody hears anything while it is off, nor after stopping', () => {
  let isOn = false;
  const link = createViewerLink(() => isOn);
  const heard: number[] = [];
  const stop = link.hear('line', {}, ({ index }) => heard.push(index));

  link.tell('line', { index: 1 }, {});
  isOn = true;
  link.tell('line', { index: 2 }, {});
  stop();
  link.tell('line', { index: 3 }, {});

  expect(heard).toEqual([2]);
});
