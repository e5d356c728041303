import { file, type InstanceSpec } from '../build/spec.ts';
import { encodeSound } from '../sound/encode.ts';
import { speech } from '../sound/speech.ts';

const bulletin =
  'Here is the local news at six. The ferry to Gull Island stays closed until Thursday because of repairs to the pier. ' +
  'The town library opens its new reading room tomorrow at ten. ' +
  'And the weather: rain in the morning, brighter by noon, up to fourteen degrees.';

const ferry: InstanceSpec = {
  field: 'general_area',
  folder: '22_news',
  id: '0099',
  difficulty: 1,
  capabilities: ['C1', 'C3', 'C9'],
  input: {
    content:
      'Turn the bulletin <audio1> into a short news sheet in Markdown: a headline for each item, one sentence below it, the weather as a table. The answer must include 1 document.',
    items: {
      audio1: file('mp3', 'A local news bulletin with two items and the weather', async () =>
        encodeSound(await speech(bulletin, { voice: 'en-gb', speed: 165, pitch: 50 }), 'mp3'),
      ),
    },
  },
  output: {
    content: 'Two items and the weather, in the order of the bulletin: <document1>',
    items: {
      document1: file(
        'md',
        'A news sheet: ferry closed until Thursday, library opens a reading room, and a weather table',
        () =>
          Buffer.from(
            '# Local news, six o’clock\n\n## Ferry closed until Thursday\n\nThe pier is being repaired; no boats go to Gull Island.\n\n## New reading room\n\nThe town library opens it tomorrow at ten.\n\n## Weather\n\n| time | weather | temperature |\n| --- | --- | ---: |\n| morning | rain | |\n| from noon | brighter | 14 °C |\n',
          ),
      ),
    },
  },
  answers: {
    aria: {
      content: 'The sheet follows the order of the bulletin. <document1>',
      items: {
        document1: file('md', 'A news sheet with two headlines and a weather table', () =>
          Buffer.from(
            '# News at six\n\n### No ferry to Gull Island before Thursday\nRepairs to the pier.\n\n### Library: reading room opens\nTomorrow, 10 a.m.\n\n| when | what |\n|---|---|\n| morning | rain |\n| noon | brighter, up to 14 °C |\n',
          ),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { document1: 83 } },
    },
    polyglot: {
      content: 'Here is the summary. <document1>',
      items: {
        document1: file('docx', 'A file that is called DOCX but holds plain text', () =>
          Buffer.from(
            'The ferry opens on Tuesday. The library is closed. It will be sunny with 40 degrees.\n',
          ),
        ),
      },
      scores: { sc: 1, hc: 3, sh: 3, gq: { document1: null } },
    },
    echo: {
      content: 'I repeat the news for you: <audio2>',
      items: {
        audio2: file('mp3', 'A slow voice reads half of the first item', async () =>
          encodeSound(
            await speech('Here is the news. The ferry is closed.', {
              voice: 'en-us',
              speed: 105,
              noise: 0.03,
            }),
            'mp3',
          ),
        ),
      },
      scores: { sc: 2, hc: 2, sh: 3, gq: { audio2: 39.9 } },
    },
  },
};

/** News of the demo. */
export const news: readonly InstanceSpec[] = [ferry];
