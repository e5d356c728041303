/** An 8-bit picture of one channel, rows from the top, pixels from the left. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  /** Length width · height · channels. */
  readonly data: Uint8Array;
}

/** Eight bits a channel; 1 channel (grey) or 3 (red, green, blue), interleaved. */
export interface ColourImage extends Plane {
  readonly channels: 1 | 3;
}
