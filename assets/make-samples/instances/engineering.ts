import { file, type InstanceSpec } from '../build/spec.ts';
import { warrenTruss } from '../draw/truss.ts';
import { addRod, addSphere, hexColor, part, type Part } from '../mesh/mesh.ts';
import { writeStl } from '../mesh/write-text.ts';
import { trussReport } from '../paper/truss-report.ts';

function trussMesh(): Part[] {
  const steel = part('steel', hexColor('#6d7a8a'));
  const truss = warrenTruss();
  for (const z of [0, 2]) {
    for (const [a, b] of truss.members) {
      const [p, q] = [truss.joints[a] ?? [0, 0], truss.joints[b] ?? [0, 0]];
      addRod(steel, [p[0], p[1], z], [q[0], q[1], z], 0.09, 8);
    }
    for (const [x, y] of truss.joints) addSphere(steel, [x, y, z], 0.17, 5);
  }
  for (const [x, y] of truss.joints) addRod(steel, [x, y, 0], [x, y, 2], 0.06, 8);
  return [steel];
}

const bridge: InstanceSpec = {
  field: 'natural_science',
  folder: '7_engineering',
  id: '0033',
  difficulty: 3,
  capabilities: ['C2', 'C7', 'C9', 'C10'],
  input: {
    content:
      'The footbridge in <threeD1> carries 20 kN at each of the three inner lower joints of one truss. Treat the truss as plane with pinned joints, span 12 m and height 2.6 m, and write a short calculation report with all member forces, a sketch and an equilibrium check. The answer must include 1 document.',
    items: {
      threeD1: file('stl', 'A footbridge of two Warren trusses', () => writeStl(trussMesh())),
    },
  },
  output: {
    content:
      'The report lists every member force and checks the supports: <document1> The largest tension is in the two middle bars of the lower chord, the largest compression in the middle bar of the upper chord.',
    items: {
      document1: file(
        'pdf',
        'A two-page report on a Warren truss with a coloured sketch, a table of fifteen member forces and an equilibrium check',
        () =>
          trussReport({
            title: 'Footbridge: member forces',
            summary:
              'Plane truss with 9 joints and 15 members on a pinned and a sliding support, hence statically determinate (15 + 3 = 2 · 9). Each inner lower joint carries 20 kN. The forces follow from the equilibrium of all joints.',
            conclusion:
              'The sum of vertical forces is zero. By symmetry member forces are equal on both sides. The diagonals at the supports carry the largest shear; the two diagonals next to midspan carry the smallest. A section through the middle bays gives the same chord forces as the joint method.',
          }),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'All fifteen member forces with a sketch and the check of equilibrium are in <document1>. Each support carries 30 kN.',
      items: {
        document1: file('pdf', 'A two-page truss report with sketch and table', () =>
          trussReport({
            title: 'Truss calculation',
            summary:
              'The truss is statically determinate. The joint method is applied from the left support; tension is positive.',
            conclusion:
              'Supports: 30 kN each. Vertical equilibrium holds. The middle bars of the lower chord govern the design in tension, the middle bar of the upper chord governs in compression (check buckling).',
          }),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { document1: 89 } },
    },
    polyglot: {
      content:
        'Each support takes 60 kN, so the forces are doubled. The report follows. <document1>',
      items: {
        document1: file('pdf', 'The document cannot be read', () => {
          const whole = trussReport({
            title: 'Bridge',
            summary: 'All loads act at one support.',
            factor: 2,
            withSketch: false,
            conclusion: 'The bridge is safe.',
          });
          return whole.subarray(0, Math.floor(whole.length * 0.4));
        }),
      },
      scores: { sc: 2, hc: 3, sh: 3, gq: { document1: null } },
    },
  },
};

/** Engineering of the demo. */
export const engineering: readonly InstanceSpec[] = [bridge];
