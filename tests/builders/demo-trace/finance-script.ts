// The model of the demo's trace, reply for reply: a question about data that is computed, a plan that
// forgets the image, and its mending. Written by hand; no model has said any of it.
import { sectionOf } from '../model-server/agent-answers.ts';
import type { ChatRequest, Reaction } from '../model-server/define.ts';

const reply = (value: unknown): Reaction => ({
  kind: 'reply',
  content: typeof value === 'string' ? value : JSON.stringify(value),
});

/** Answers the demo's instance `social_science/finance/404`. */
export function playFinance(request: ChatRequest): Reaction {
  const isAgain = sectionOf(request.text, 'ERROR') !== '';
  switch (request.formName) {
    case undefined:
      return reply(CAPTION);
    case 'unima_question':
      return reply(QUESTION);
    case 'unima_analysis':
      return reply({
        is_data_analysis: true,
        reason: 'Both equilibria have to be computed from the table.',
        code: CODE,
        evidence: ['task', 'input:document1', 'question'],
      });
    case 'unima_content':
      return reply({ text_content: TEXTS, items: isAgain ? ITEMS : [] });
    case 'unima_report':
      return reply(isAgain ? REPORT : { ...REPORT, content: TEXT_ALONE, items: [] });
    case 'unima_check':
      return reply({ findings: [], passed: true });
    case 'unima_judge':
      return reply({
        error:
          'The plan of step 3 has no image, although the task demands one with both curves. Plan one chart.',
        step: 3,
      });
    default:
      return { kind: 'status', status: 400 };
  }
}

const CAPTION =
  'A table of eight rows with a semicolon between the columns and a comma as decimal mark. The columns ' +
  'are the price in euros (1.00 to 8.00 in steps of 1), the demand in thousand crates (81, 72, 63, 54, ' +
  '45, 36, 27, 18: it falls by 9 with each euro) and the supply in thousand crates (11, 16, 21, 26, 31, ' +
  '36, 41, 46: it rises by 5 with each euro). At 6.00 € both are 36. A tax is not in the table.';

const QUESTION = {
  paraphrase:
    'From the prices, demand and supply in the table, find the equilibrium of the market without a tax and ' +
    'with a tax of 2 € a crate that the sellers pay, draw both situations in one picture with the two ' +
    'equilibria marked, and say which part of the tax the buyers bear.',
  requirements: [
    'Draw the demand curve and the supply curve.',
    'Draw the supply with a tax of 2 € a crate on the sellers.',
    'Mark the equilibrium before (E₀) and after (E₁).',
    'Say how much of the tax the buyers bear.',
    'Include exactly one image.',
  ],
  required: [{ modality: 'image', count: 1 }],
  evidence: ['task', 'input:document1'],
};

const CODE = `
const rows = inputs.document1.trim().split(/\\r?\\n/).slice(1)
  .map((line) => line.split(';').map((cell) => Number(cell.replace(',', '.'))));
const fit = (column) => {
  const n = rows.length;
  const mean = (of) => rows.reduce((sum, row) => sum + of(row), 0) / n;
  const [mx, my] = [mean((row) => row[0]), mean((row) => row[column])];
  const slope = rows.reduce((sum, row) => sum + (row[0] - mx) * (row[column] - my), 0)
    / rows.reduce((sum, row) => sum + (row[0] - mx) ** 2, 0);
  return { slope, at0: my - slope * mx };
};
const demand = fit(1);
const supply = fit(2);
const tax = 2;
const solve = (t) => (demand.at0 - supply.at0 + supply.slope * t) / (supply.slope - demand.slope);
const round = (value) => Math.round(value * 100) / 100;
const before = solve(0);
const after = solve(tax);
print('demand = ' + round(demand.at0) + ' ' + round(demand.slope) + ' p');
print('supply = ' + round(supply.at0) + ' + ' + round(supply.slope) + ' p');
return {
  priceBeforeEur: round(before),
  crates_thousand_before: round(demand.at0 + demand.slope * before),
  priceAfterEur: round(after),
  crates_thousand_after: round(demand.at0 + demand.slope * after),
  buyersBearEur: round(after - before),
  sellersBearEur: round(tax - (after - before)),
};
`.trim();

const SHARES =
  'Of the 2 € the buyers bear 0.71 € and the sellers 1.29 €, because demand is the more elastic side.';
const BEFORE = 'Without the tax the market clears at 6.00 € with 36 thousand crates (E₀).';
const AFTER = 'With the tax the buyers pay 6.71 € and 29.57 thousand crates are sold (E₁).';
const TEXTS = [
  { text: BEFORE, evidence: ['input:document1', 'data-report'] },
  { text: AFTER, evidence: ['data-report'] },
  { text: SHARES, evidence: ['data-report'] },
];
const PROMPT =
  'Demand and supply over the price, the supply with a tax of 2 € on the sellers, and the equilibria E₀ ' +
  'at 6.00 € and E₁ at 6.71 €.';
const ITEMS = [
  { modality: 'image', content: PROMPT, tool: 'chart', evidence: ['task', 'data-report'] },
];

/** Close enough to one another to read as a curve. */
const points = (at0: number, slope: number, shift = 0) =>
  Array.from({ length: 71 }, (_, at) => {
    const price = 1 + at / 10;
    return [price, Math.round((at0 + slope * (price - shift)) * 100) / 100];
  });
const CHART = {
  kind: 'scatter',
  title: 'A weekly market with a tax of 2 € on the sellers',
  xLabel: 'Price, € a crate',
  yLabel: 'Thousand crates',
  series: [
    { name: 'Demand', points: points(90, -9) },
    { name: 'Supply', points: points(6, 5) },
    { name: 'Supply with tax', points: points(6, 5, 2) },
    { name: 'E₀', points: [[6, 36]] },
    { name: 'E₁', points: [[6.71, 29.57]] },
  ],
};

const TEXT_ALONE = `${BEFORE} ${AFTER}\n\n${SHARES}`;
const REPORT = {
  content: `<image1>\n\n${TEXT_ALONE}`,
  items: [
    {
      tag: 'image1',
      modality: 'image',
      tool: 'chart',
      prompt: PROMPT,
      content: '',
      data: JSON.stringify(CHART),
      evidence: ['task', 'data-report', 'content'],
    },
  ],
  claims: TEXTS,
};
