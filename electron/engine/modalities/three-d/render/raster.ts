/** A square picture that is drawn into, with the depth of what stands in it. */
export interface Raster {
  readonly sidePx: number;
  /** Red, green, blue; rows from the top. */
  readonly colour: Uint8ClampedArray;
  /** One over the distance of what is seen at a pixel; 0 where nothing is. */
  readonly nearness: Float32Array;
}

/** Red, green, blue, 0..255. */
export type Colour = readonly [red: number, green: number, blue: number];

export const BACKGROUND: Colour = [255, 255, 255];
/** What has no colour of its own: between white and the darkest shade, so that both are seen on it. */
export const CLAY: Colour = [178, 190, 206];

/** An empty picture. */
export function createRaster(sidePx: number): Raster {
  const colour = new Uint8ClampedArray(sidePx * sidePx * 3);
  for (let at = 0; at < colour.length; at += 3) colour.set(BACKGROUND, at);
  return { sidePx, colour, nearness: new Float32Array(sidePx * sidePx) };
}
