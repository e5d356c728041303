import {
  addRod,
  addSphere,
  hexColor,
  part,
  plus,
  times,
  unit,
  type Part,
  type Vec,
} from './mesh.ts';

const ATOM: Readonly<Record<string, { color: string; radius: number }>> = {
  H: { color: '#e8ebef', radius: 0.3 },
  C: { color: '#3d4653', radius: 0.42 },
  N: { color: '#3056c4', radius: 0.42 },
  O: { color: '#c8362f', radius: 0.42 },
};

export interface Molecule {
  readonly centre: string;
  /** Direction and element of each neighbour; bond length in ångström. */
  readonly bonds: readonly { to: Vec; element: string; length: number }[];
}

/** Neighbours at one angle from −y round the y axis, as in ammonia. */
function umbrella(count: number, polarDegrees: number, element: string, length: number) {
  const polar = (polarDegrees * Math.PI) / 180;
  return Array.from({ length: count }, (_, i) => {
    const turn = (2 * Math.PI * i) / count;
    const to: Vec = [
      Math.sin(polar) * Math.cos(turn),
      -Math.cos(polar),
      Math.sin(polar) * Math.sin(turn),
    ];
    return { to, element, length };
  });
}

const HALF_WATER = (104.5 / 2) * (Math.PI / 180);

/** Water: H–O–H 104.5°, 0.96 Å. */
export const WATER: Molecule = {
  centre: 'O',
  bonds: [
    { to: [Math.sin(HALF_WATER), -Math.cos(HALF_WATER), 0], element: 'H', length: 0.96 },
    { to: [-Math.sin(HALF_WATER), -Math.cos(HALF_WATER), 0], element: 'H', length: 0.96 },
  ],
};

/** Ammonia: H–N–H 107°, 1.01 Å; the polar angle of 68.2° gives that. */
export const AMMONIA: Molecule = { centre: 'N', bonds: umbrella(3, 68.2, 'H', 1.01) };

/** Ammonia drawn flat, the mistake of a model that ignores the lone pair. */
export const FLAT_AMMONIA: Molecule = { centre: 'N', bonds: umbrella(3, 90, 'H', 1.01) };

/** Ball-and-stick model: one part an element and one for the bonds. */
export function ballAndStick(molecule: Molecule, rings = 14): Part[] {
  const byElement = new Map<string, Part>();
  const bonds = part('bond', hexColor('#aab2bd'));
  const atom = (element: string, at: Vec) => {
    const look = ATOM[element] ?? { color: '#888888', radius: 0.4 };
    const target = byElement.get(element) ?? part(`atom_${element}`, hexColor(look.color));
    byElement.set(element, target);
    addSphere(target, at, look.radius, rings);
  };
  atom(molecule.centre, [0, 0, 0]);
  for (const bond of molecule.bonds) {
    const end = times(unit(bond.to), bond.length * 1.35);
    atom(bond.element, end);
    addRod(bonds, [0, 0, 0], plus(end, [0, 0, 0]), 0.11, Math.max(6, rings));
  }
  return [...byElement.values(), bonds];
}
