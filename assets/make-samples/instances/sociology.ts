import { file, type InstanceSpec } from '../build/spec.ts';
import { COLOR } from '../draw/palette.ts';
import { AGES, pyramid } from '../draw/pyramid.ts';
import { jpeg, png } from '../draw/render.ts';
import { writeXlsx } from '../paper/xlsx.ts';

const total = AGES.reduce((sum, [, women, men]) => sum + women + men, 0);

const population: InstanceSpec = {
  field: 'social_science',
  folder: '18_sociology',
  id: '0055',
  difficulty: 2,
  capabilities: ['C4', 'C7', 'C9'],
  input: {
    content:
      'Draw a population pyramid from <document1>, men to the left, women to the right. Name its shape and give the share of residents of 60 and over. The answer must include 1 image.',
    items: {
      document1: file('xlsx', 'Residents of a town by age group and sex', () =>
        writeXlsx([
          {
            name: 'residents',
            header: ['age', 'women (hundreds)', 'men (hundreds)'],
            rows: AGES.map((row) => [...row]),
            widths: [10, 20, 20],
          },
        ]),
      ),
    },
  },
  output: {
    content: `<image1>\n\nThe base is narrow and the middle wide, an urn with a second bulge at 50–59. ${sharePercent()} % of the residents are 60 or older, and from 80 on women clearly outnumber men.`,
    items: {
      image1: file(
        'png',
        'Population pyramid of urn shape with men in teal and women in plum',
        () => png(pyramid({ title: 'A town with a narrow base' })),
      ),
    },
  },
  answers: {
    aria: {
      content: `The pyramid is urn-shaped: few children, many residents between 20 and 60. <image1> ${sharePercent()} % are 60 or older.`,
      items: {
        image1: file('png', 'Population pyramid in orange and blue', () =>
          png(pyramid({ title: 'Population by age', women: COLOR.orange, men: COLOR.blue })),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { image1: 76.33 } },
    },
    polyglot: {
      content:
        'The town has a classic pyramid with many children <image1>. About 35 % are 60 or older.',
      items: {
        image1: file(
          'png',
          'Population pyramid that stands on its head (a JPEG with the name of a PNG)',
          () =>
            jpeg(
              pyramid({ title: 'Pyramid', upsideDown: true, women: COLOR.rose, men: COLOR.sky }),
              60,
              0.7,
            ),
        ),
      },
      scores: { sc: 2, hc: 3, sh: 4, gq: { image1: 71.02 } },
    },
  },
};

function sharePercent(): string {
  const old = AGES.slice(6).reduce((sum, [, women, men]) => sum + women + men, 0);
  return ((100 * old) / total).toFixed(1);
}

/** Sociology of the demo. */
export const sociology: readonly InstanceSpec[] = [population];
