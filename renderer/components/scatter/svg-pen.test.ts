import { expect, test } from 'vitest';
import { plotFor } from './plot.ts';
import { createSvgPen } from './svg-pen.ts';

test('a name that looks like markup stays text', () => {
  const pen = createSvgPen(100, 50, 'Inter');

  pen.text('<b>"A" & B</b>', 1, 2, { colour: '#000000' });

  expect(pen.finish()).toContain('>&#60;b&#62;&#34;A&#34; &#38; B&#60;/b&#62;</text>');
});

test('what is drawn stands in the file in its order', () => {
  const pen = createSvgPen(100, 50, 'Inter');

  pen.rect(1, 2, 3, 4, '#ffffff');
  pen.line([0, 0], [9.999, 5], '#123456', [4, 4]);

  expect(pen.finish().split('\n').slice(1, 3)).toEqual([
    '<rect x="1" y="2" width="3" height="4" fill="#ffffff"/>',
    '<line x1="0" y1="0" x2="10" y2="5" stroke="#123456" stroke-dasharray="4 4"/>',
  ]);
});

test('a pixel of the plot leads back to the figures that it stands for', () => {
  const plot = plotFor(520);

  expect(plot.a(plot.x(0.37))).toBeCloseTo(0.37, 9);
  expect(plot.b(plot.y(0.37))).toBeCloseTo(0.37, 9);
  expect(plot.x(1)).toBeLessThan(plot.left + plot.side);
  expect(plot.y(1)).toBeGreaterThan(plot.top);
});
