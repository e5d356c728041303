// What a scatter is drawn with: the same calls make the picture on the screen, a PNG and an SVG.

export interface TextLook {
  readonly colour: string;
  readonly align?: 'start' | 'middle' | 'end';
  readonly sizePx?: number;
  readonly isBold?: boolean;
  /** Read from below upwards. */
  readonly isUpright?: boolean;
}

export interface Pen {
  readonly rect: (x: number, y: number, width: number, height: number, fill: string) => void;
  readonly circle: (x: number, y: number, radius: number, fill: string, opacity: number) => void;
  readonly ring: (x: number, y: number, radius: number, colour: string, widthPx: number) => void;
  readonly frame: (x: number, y: number, width: number, height: number, colour: string) => void;
  readonly line: (
    from: readonly [x: number, y: number],
    to: readonly [x: number, y: number],
    colour: string,
    dash?: readonly number[],
  ) => void;
  /** On the line `y`. */
  readonly text: (text: string, x: number, y: number, look: TextLook) => void;
}

export const TEXT_PX = 11;
