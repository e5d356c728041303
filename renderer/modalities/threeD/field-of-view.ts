/**
 * Vertical field of view in degrees with which at least `degrees` are seen both ways: a tile that is
 * higher than wide sees more above and below, instead of less at its sides.
 *
 * @param aspect  width / height, positive
 */
export function verticalField(degrees: number, aspect: number): number {
  if (aspect >= 1) return degrees;
  return (Math.atan(Math.tan((degrees * Math.PI) / 360) / aspect) * 360) / Math.PI;
}
