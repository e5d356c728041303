import { expect, test } from 'vitest';
import { findSibling, isInside } from './sibling-urls.ts';

const ref = (name: string) => ({
  id: `r~${name}`,
  name,
  extension: name.split('.').at(-1) ?? '',
  mimeType: '',
});
const siblings = [ref('thd_0001_02.mtl'), ref('thd_0001_03.jpg')];

test('a file is found by its name, whatever folder and slashes stand before it', () => {
  expect(findSibling('C:\\work\\thd_0001_03.JPG', siblings)?.name).toBe('thd_0001_03.jpg');
  expect(findSibling('textures/thd_0001_02.mtl', siblings)?.name).toBe('thd_0001_02.mtl');
  expect(findSibling('a%20b.png?x', [ref('a b.png')])?.name).toBe('a b.png');
});

test('a texture that does not exist is the only picture there is', () => {
  expect(findSibling('Textures\\does-not-exist.png', siblings)?.name).toBe('thd_0001_03.jpg');
  expect(findSibling('x.png', [ref('a.png'), ref('b.png')])).toBeUndefined();
  expect(findSibling('x.bin', siblings)).toBeUndefined();
});

test('only what a model carries inside counts as inside', () => {
  expect(isInside('blob:http://127.0.0.1/1')).toBe(true);
  expect(isInside('data:image/png;base64,AA')).toBe(true);
  expect(isInside('http://evil.test/a.png')).toBe(false);
  expect(isInside('data:text/html,x')).toBe(false);
});
