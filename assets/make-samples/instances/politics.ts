import { file, type InstanceSpec } from '../build/spec.ts';
import { hemicycle, PARTIES, resultSheet, seats } from '../draw/parliament.ts';
import { png } from '../draw/render.ts';

const won = seats(61);
const list = PARTIES.map((party, i) => `${party.name} ${won[i]}`).join(', ');

const council: InstanceSpec = {
  field: 'social_science',
  folder: '19_politics',
  id: '0031',
  capabilities: ['C1', 'C7', 'C9'],
  input: {
    content:
      '<document1> is a scanned result sheet. Distribute the seats by the method that it names and draw them as a half-circle, one dot a seat, parties from left to right in the order of the sheet. Which two lists together have a majority? Include 1 image.',
    items: {
      document1: file('png', 'Scanned result sheet of a council election with five lists', () =>
        png(resultSheet(), 48),
      ),
    },
  },
  output: {
    content: `Sainte-Laguë gives ${list}. <image1> The majority is 31 seats; Workshop and Harbour together have ${(won[1] ?? 0) + (won[2] ?? 0)}.`,
    items: {
      image1: file('png', 'Half-circle of 61 dots in five colours with a legend of seats', () =>
        png(hemicycle(won, 'Seats in the council')),
      ),
    },
  },
  answers: {
    aria: {
      content: `Seats: ${list} (61 in all).\n\n<image1>\n\nWorkshop + Harbour reach ${(won[1] ?? 0) + (won[2] ?? 0)} seats, a majority of 61.`,
      items: {
        image1: file('png', 'Half-circle of coloured dots', () =>
          png(hemicycle(won, 'Council, 61 seats'), 64, 0.8),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { image1: 74.4 } },
    },
    polyglot: {
      content: 'Each list gets the same share: 12 seats. <image1> No two lists have a majority.',
      items: {
        image1: file('png', 'Half-circle of grey dots', () =>
          png(hemicycle([12, 12, 12, 12, 12], 'Seats', true), 24, 0.6),
        ),
      },
      scores: { sc: 1, hc: 3, sh: 4, gq: { image1: 70.21 } },
    },
  },
};

/** Politics of the demo. */
export const politics: readonly InstanceSpec[] = [council];
