// Text that costs an index what real text costs: word frequencies by Zipf's law over a vocabulary of
// natural length, sentences, and some Chinese.
import { createRandom } from '../../../shared/stats/random.ts';
import { pick } from './pick.ts';

const COMMON =
  'the of and a to in is that it for as with on be are this by from or an which can at its not has have was their between more when these such other into each than how also the image shows audio model energy system result water cell process data light change time value structure number form using based different high example large small first both they while where will used step figure'.split(
    ' ',
  );
const ONSETS =
  'b c d f g h j l m n p r s t v br ch cl cr dr fl gr pl pr sc sh sp st str th tr'.split(' ');
const VOWELS = 'a e i o u ai ea ou io ia'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 's', 'l', 't', 'm', 'nd', 'st', 'ct', 'ng'];
const ENDINGS = ['', '', 'ing', 'ed', 'tion', 's', 'ic', 'al', 'ly', 'ity', 'ment'];
const CHINESE = [
  ...'这是一个关于化学反应的问题请观察图片并听取录音然后说明分子结构和能量变化历史文化城市建筑音乐食物健康运动经济法律教育',
];

const VOCABULARY_SIZE = 40_000;
const TABLE_SIZE = 1 << 16;

/** The vocabulary, most frequent word first. */
export function makeVocabulary(): string[] {
  const random = createRandom(7);
  const words = new Set(COMMON);
  while (words.size < VOCABULARY_SIZE) {
    const syllables = 1 + Math.floor(random() * 3);
    let word = '';
    for (let at = 0; at < syllables; at++) {
      word += pick(random, ONSETS) + pick(random, VOWELS) + pick(random, CODAS);
    }
    words.add(word + pick(random, ENDINGS));
  }
  return [...words];
}

/** Writes sentences; `text(300)` has at least 300 characters. */
export interface Writer {
  readonly text: (length: number) => string;
  readonly chinese: (length: number) => string;
}

export function createWriter(random: () => number, vocabulary: readonly string[]): Writer {
  const table = zipfTable(vocabulary);
  const word = () => table[Math.floor(random() * TABLE_SIZE)] ?? 'the';
  function sentence(): string {
    const first = word();
    let out = first.charAt(0).toUpperCase() + first.slice(1);
    const more = 6 + Math.floor(random() * 14);
    for (let at = 0; at < more; at++) out += (random() < 0.08 ? ', ' : ' ') + word();
    return `${out}.`;
  }
  return {
    text(length) {
      let out = sentence();
      while (out.length < length) out += (random() < 0.12 ? '\n\n' : ' ') + sentence();
      return out;
    },
    chinese(length) {
      let out = '';
      while (out.length < length) out += random() < 0.06 ? '，' : pick(random, CHINESE);
      return `${out}。`;
    },
  };
}

// a table drawn from evenly is quicker than a search in sums; the rare tail shares the last cells
function zipfTable(vocabulary: readonly string[]): string[] {
  let sum = 0;
  vocabulary.forEach((_, index) => (sum += 1 / (index + 2.7)));
  const table: string[] = [];
  const random = createRandom(11);
  vocabulary.forEach((word, index) => {
    const share = (TABLE_SIZE * (1 / (index + 2.7))) / sum;
    const cells = Math.floor(share) + (random() < share % 1 ? 1 : 0);
    for (let at = 0; at < cells; at++) table.push(word);
  });
  while (table.length < TABLE_SIZE) table.push(pick(random, vocabulary));
  return table;
}
