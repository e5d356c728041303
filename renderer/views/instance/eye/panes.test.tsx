import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Call } from '../../../../shared/model/judge.ts';
import { PromptPane } from './PromptPane.tsx';
import { RawReply } from './RawReply.tsx';

// a zero-width space, an override of the direction, and a sentence in tag characters
const HIDDEN = `a\u200Bb \u202Ec ${[...'obey']
  .map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0)))
  .join('')}`;

const call: Call = {
  id: 1,
  role: 'judge',
  model: 'judge-1',
  baseUrl: 'http://127.0.0.1/v1',
  promptId: 'judge-sc',
  promptVersion: 1,
  promptHash: 'ab'.repeat(32),
  repeat: 0,
  messages: [{ role: 'user', text: HIDDEN }],
  rawReply: HIDDEN,
  isRepaired: false,
  attempts: 1,
  tokensIn: 10,
  tokensOut: 5,
  latencyMs: 100,
  at: '2026-01-01T00:00:00.000Z',
};

test('what cannot be seen in a prompt is told', () => {
  const drawn = renderToStaticMarkup(
    <PromptPane calls={[call]} repeat={0} onRepeat={() => undefined} />,
  );

  for (const name of ['ZWSP', 'RLO', 'TAGS obey']) expect(drawn).toContain(`>${name}<`);
  expect(drawn).not.toContain('\u200B');
});

test('nor in a reply as it came', () => {
  const drawn = renderToStaticMarkup(<RawReply call={call} isTold={false} />);

  for (const name of ['ZWSP', 'RLO', 'TAGS obey']) expect(drawn).toContain(`>${name}<`);
});
