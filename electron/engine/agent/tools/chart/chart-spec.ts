import { z } from 'zod';

const Words = z.string().max(200);
const Figure = z.number().finite();

const ByLabel = z
  .object({
    kind: z.enum(['bar', 'line', 'pie']),
    title: Words.default(''),
    xLabel: Words.default(''),
    yLabel: Words.default(''),
    labels: z.array(z.coerce.string().max(200)).min(1).max(400),
    series: z
      .array(z.object({ name: Words.default(''), values: z.array(Figure.nullable()).min(1) }))
      .min(1)
      .max(12),
  })
  .refine(
    (chart) => chart.series.every(({ values }) => values.length === chart.labels.length),
    'each series needs one value for each label',
  )
  .refine(
    (chart) => chart.series.some(({ values }) => values.some((value) => value !== null)),
    'there is no value to draw',
  )
  .refine(
    ({ kind, series }) =>
      kind !== 'pie' ||
      (series.length === 1 &&
        series[0]?.values.every((value) => (value ?? 0) >= 0) === true &&
        series[0].values.some((value) => (value ?? 0) > 0)),
    'a pie has one series, of values that are not negative and not all 0',
  );

const ByPoint = z.object({
  kind: z.literal('scatter'),
  title: Words.default(''),
  xLabel: Words.default(''),
  yLabel: Words.default(''),
  series: z
    .array(
      z.object({
        name: Words.default(''),
        points: z
          .array(z.tuple([Figure, Figure]))
          .min(1)
          .max(5_000),
      }),
    )
    .min(1)
    .max(12),
});

/** A chart as data: what is drawn, never how. */
export const ChartSpec = z.discriminatedUnion('kind', [ByLabel, ByPoint]);
export type ChartSpec = z.infer<typeof ChartSpec>;
