import { file, type InstanceSpec } from '../build/spec.ts';
import { damaged, png } from '../draw/render.ts';
import { COLOR } from '../draw/palette.ts';
import { climateDiagram, MEAN_C, MONTHS, RAIN_MM } from '../draw/weather.ts';
import { writeXlsx } from '../paper/xlsx.ts';

const climate: InstanceSpec = {
  field: 'natural_science',
  folder: '10_environmental_science',
  id: '0051',
  difficulty: 2,
  capabilities: ['C1', 'C4', 'C9'],
  input: {
    content:
      'The workbook <document1> holds the monthly means of a weather station. Draw its climate diagram with precipitation as bars and temperature as a line, each with its own axis, and name the driest month and the annual range of temperature. Include 1 image.',
    items: {
      document1: file(
        'xlsx',
        'Monthly mean temperature and precipitation of a weather station',
        () =>
          writeXlsx([
            {
              name: 'station 4711',
              header: ['month', 'mean temperature / °C', 'precipitation / mm'],
              rows: [
                ...MONTHS.map((month, i) => [month, MEAN_C[i] ?? 0, RAIN_MM[i] ?? 0]),
                ['year', '=AVERAGE(B2:B13)|10.5', '=SUM(C2:C13)|804'],
              ],
              widths: [12, 24, 22],
            },
            {
              name: 'notes',
              header: ['item', 'value'],
              rows: [
                ['height above sea level', '12 m'],
                ['period', '1991–2020'],
                ['precipitation gauge', 'tipping bucket, 0.1 mm'],
              ],
              widths: [26, 26],
            },
          ]),
      ),
    },
  },
  output: {
    content:
      '<image1>\n\nApril is the driest month with 45 mm; the means range over 15.5 K, from 3.1 °C in January to 18.6 °C in July.',
    items: {
      image1: file(
        'png',
        'Climate diagram with blue bars of monthly precipitation and a red temperature curve that peaks in July',
        () => png(climateDiagram({ title: 'Climate diagram of station 4711' })),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'Driest month: **April** (45 mm). Annual range: 18.6 °C − 3.1 °C = **15.5 K**.\n\n<image1>',
      items: {
        image1: file('png', 'Climate diagram with teal bars and an orange temperature curve', () =>
          png(
            climateDiagram({
              title: 'Station 4711, 1991–2020',
              warm: COLOR.orange,
              wet: '#8cc9c2',
            }),
          ),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 4, gq: { image1: 77.95 } },
    },
    polyglot: {
      content:
        'The diagram <image1> has one axis for both. February is the driest month with 54 mm and the temperature range is 22 °C. The same figures as a table: <document2>',
      items: {
        image1: file(
          'jpg',
          'Bars in falling order and a flat temperature line on the same axis',
          () =>
            damaged(
              climateDiagram({
                title: 'Climate',
                rain: [...RAIN_MM].sort((a, b) => b - a),
                oneScale: true,
                wet: COLOR.leaf,
              }),
              { blur: 1.2, width: 760 },
            ),
        ),
        document2: file('csv', 'A table with the months and their precipitation', () =>
          Buffer.from(['month,mm', ...MONTHS.map((m, i) => `${m},${RAIN_MM[i]}`)].join('\r\n')),
        ),
      },
      scores: { sc: 2, hc: 3, sh: 3, gq: { image1: 55.08, document2: 62 } },
    },
  },
};

/** Environmental science of the demo. */
export const environment: readonly InstanceSpec[] = [climate];
