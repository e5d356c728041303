// A Warren truss on two supports, its member forces solved from the equilibrium of every joint.

export interface Truss {
  readonly joints: readonly (readonly [number, number])[];
  readonly members: readonly (readonly [number, number])[];
  /** Axial force of each member in kN, tension positive. */
  readonly forces: readonly number[];
  readonly supportKn: number;
}

export const SPAN_M = 12;
export const HEIGHT_M = 2.6;
export const LOAD_KN = 20;

/** Four bays of 3 m, joints 0..4 below and 5..8 above, `LOAD_KN` at each inner lower joint. */
export function warrenTruss(): Truss {
  const joints: [number, number][] = [];
  for (let i = 0; i <= 4; i++) joints.push([i * 3, 0]);
  for (let i = 0; i < 4; i++) joints.push([i * 3 + 1.5, HEIGHT_M]);
  const members: [number, number][] = [];
  for (let i = 0; i < 4; i++) members.push([i, i + 1]);
  for (let i = 0; i < 3; i++) members.push([5 + i, 6 + i]);
  for (let i = 0; i < 4; i++) members.push([i, 5 + i], [5 + i, i + 1]);
  const unknowns = members.length + 3; // and three support forces: left x, left y, right y
  const rows: number[][] = [];
  for (const [j, at] of joints.entries())
    for (const axis of [0, 1] as const) {
      const row = new Array<number>(unknowns + 1).fill(0);
      for (const [m, [a, b]] of members.entries()) {
        if (a !== j && b !== j) continue;
        const other = joints[a === j ? b : a] ?? [0, 0];
        const length = Math.hypot(other[0] - at[0], other[1] - at[1]);
        row[m] = (other[axis] - at[axis]) / length;
      }
      if (j === 0) row[members.length + axis] = 1;
      if (j === 4 && axis === 1) row[members.length + 2] = 1;
      if (axis === 1 && j >= 1 && j <= 3) row[unknowns] = LOAD_KN;
      rows.push(row);
    }
  const solution = solve(rows);
  return {
    joints,
    members,
    forces: solution.slice(0, members.length),
    supportKn: solution[members.length + 1] ?? 0,
  };
}

function solve(rows: number[][]): number[] {
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++)
      if (Math.abs(rows[r]?.[c] ?? 0) > Math.abs(rows[pivot]?.[c] ?? 0)) pivot = r;
    const best = rows[pivot] ?? [];
    rows[pivot] = rows[c] ?? [];
    rows[c] = best;
    for (let r = 0; r < n; r++) {
      const row = rows[r] ?? [];
      const factor = (row[c] ?? 0) / (best[c] ?? 1);
      if (r !== c && factor !== 0)
        for (let k = c; k <= n; k++) row[k] = (row[k] ?? 0) - factor * (best[k] ?? 0);
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}
