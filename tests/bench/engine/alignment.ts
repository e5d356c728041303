import { alignBlocks } from '../../../shared/interleave/align/blocks.ts';
import { alignColumns } from '../../../shared/interleave/align/columns.ts';
import { readingBlocks } from '../../../shared/interleave/reading.ts';
import { buildSequence } from '../../../shared/interleave/sequence.ts';
import { createRandom } from '../../../shared/stats/random.ts';
import { percentile95, timeEach, type Figure } from '../figures.ts';
import { makeVocabulary } from './words.ts';

const BLOCKS = 200;
const WARM_UP = 3;
const RUNS = 20;

/** Reading and aligning responses of 200 blocks, half of them pictures, some missing and some moved. */
export async function measureAlignment(): Promise<Figure> {
  const random = createRandom(11);
  const words = makeVocabulary();
  const sentence = () =>
    Array.from({ length: 14 }, () => words[Math.floor(random() * words.length)] ?? '').join(' ');
  const sentences = Array.from({ length: BLOCKS / 2 }, sentence);
  const captions = Array.from({ length: BLOCKS / 2 }, sentence);
  const column = (share: number) => {
    const kept = [...sentences.keys()].filter(() => random() < share);
    // neighbours change places, as when a model answers in another order
    for (let at = 10; at + 1 < kept.length; at += 25) {
      const [a, b] = [kept[at], kept[at + 1]];
      if (a !== undefined && b !== undefined) [kept[at], kept[at + 1]] = [b, a];
    }
    const content = kept.map((of, at) => `${sentences[of] ?? ''}.\n<image${at + 1}>\n`).join('');
    const tags = kept.map((_, at) => `image${at + 1}`);
    const items = kept.map((of, at) => ({ tag: `image${at + 1}`, caption: captions[of] }));
    return { content, tags, items };
  };
  const runs = Array.from({ length: WARM_UP + RUNS }, () => [column(1), column(0.95), column(0.9)]);
  const samples = await timeEach(runs, (columns) => {
    alignColumns(
      columns.map(({ content, tags, items }) => {
        const context = { side: 'output', ownTags: tags, otherTags: [] } as const;
        const { segments } = buildSequence(content, context);
        return { segments: alignBlocks(readingBlocks(segments), items), by: 'modality' as const };
      }),
      0,
    );
  });
  return {
    name: `Aligning a reference of ${BLOCKS} blocks with two responses, p95`,
    value: percentile95(samples.slice(WARM_UP)),
    unit: 'ms',
    bar: 40, // 20 ms a response
  };
}
