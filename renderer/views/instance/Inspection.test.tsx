import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Inspection } from './Inspection.tsx';

const inspection = {
  profile: 'audio',
  version: 1,
  type: 'Recording',
  figures: {
    'true peak': {
      unit: 'dBTP',
      range: [-100, 10] as const,
      value: 0.4,
      role: 'diagnostic' as const,
    },
    LRA: { unit: 'LU', range: [0, 60] as const, role: 'diagnostic' as const, note: 'Too short.' },
  },
  findings: [{ kind: 'clipping', message: 'Clipped <hard>.', startMs: 1000, endMs: 2000 }],
  notes: ['First 600 s.'],
};

test('an inspection is folded and counts what it found', () => {
  const html = renderToStaticMarkup(
    <Inspection item={{ id: 'a', tag: 'audio1', outcome: { status: 'inspected', inspection } }} />,
  );

  expect(html).toMatch(/^<details(?![^>]*open)/);
  expect(html).toContain('1 finding');
  expect(html).toContain('0:01.0 to 0:02.0');
  expect(html).toContain('Clipped &lt;hard&gt;.');
  expect(html).toContain('0.4 dBTP');
  expect(html).toMatch(/LRA<\/th><td>—/);
  expect(html).toContain('Too short.');
  expect(html).toContain('First 600 s.');
});

test('a file that was not looked at says why and opens to nothing', () => {
  const html = renderToStaticMarkup(
    <Inspection
      item={{ id: 'a', tag: 'image2', outcome: { status: 'unscored', reason: 'It is empty.' } }}
    />,
  );

  expect(html).not.toContain('<details');
  expect(html).toContain('Not looked at: It is empty.');
});
