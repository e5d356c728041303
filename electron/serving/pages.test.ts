import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPage } from './pages.ts';

let root: string;
let pages: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pages-'));
  pages = join(root, 'renderer');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  writeFileSync(join(pages, '.stamp'), 'secret');
  writeFileSync(join(pages, 'assets', 'app-1a2b.js'), 'export {}');
  writeFileSync(join(root, 'outside.txt'), 'secret');
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a page of the renderer', () => {
  test('is index.html at the root, asked for anew each time', async () => {
    const page = await findPage(pages, '/');

    expect(page?.body.toString()).toBe('<!doctype html>');
    expect(page?.headers).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });

  test('is kept for ever when its name carries a hash', async () => {
    const page = await findPage(pages, '/assets/app-1a2b.js');

    expect(page?.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(page?.headers['cache-control']).toContain('immutable');
  });

  test.each([
    '/nothing.js',
    '/assets',
    '/.stamp',
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/assets/..%5c..%5c..%5coutside.txt',
    '//etc/passwd',
    '/%00',
    '/%zz',
  ])('is not found at "%s"', async (address) => {
    expect(await findPage(pages, address)).toBeUndefined();
  });
});
