/**
 * How many units an interval of a given width needs, if they are like those that there are: its width
 * falls with the root of their number.
 *
 * @param n  units that the interval rests on
 * @param width  of that interval, above 0
 * @param wanted  width wanted, above 0
 * @returns at least n; undefined where there is no width to go by
 */
export function unitsForWidth(n: number, width: number, wanted: number): number | undefined {
  if (n < 2 || !(width > 0) || !(wanted > 0)) return undefined;
  return Math.max(n, Math.ceil(n * (width / wanted) ** 2));
}
