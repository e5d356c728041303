import { TEXT_PX, type Pen } from './pen.ts';

/** Draws on a canvas. */
export function createCanvasPen(context: CanvasRenderingContext2D, font: string): Pen {
  const ring: Pen['ring'] = (x, y, radius, colour, widthPx) => {
    context.strokeStyle = colour;
    context.lineWidth = widthPx;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
  };
  return {
    ring,
    rect(x, y, width, height, fill) {
      if (context.fillStyle !== fill) context.fillStyle = fill;
      context.fillRect(x, y, width, height);
    },
    circle(x, y, radius, fill, opacity) {
      context.globalAlpha = opacity;
      context.fillStyle = fill;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
      context.globalAlpha = 1;
    },
    frame(x, y, width, height, colour) {
      context.strokeStyle = colour;
      context.lineWidth = 1;
      context.strokeRect(x + 0.5, y + 0.5, width, height);
    },
    line(from, to, colour, dash = []) {
      context.strokeStyle = colour;
      context.lineWidth = 1;
      context.setLineDash([...dash]);
      context.beginPath();
      context.moveTo(...from);
      context.lineTo(...to);
      context.stroke();
      context.setLineDash([]);
    },
    text(text, x, y, { colour, align = 'start', sizePx = TEXT_PX, isBold, isUpright }) {
      context.save();
      context.translate(x, y);
      if (isUpright === true) context.rotate(-Math.PI / 2);
      context.fillStyle = colour;
      context.textAlign = align === 'middle' ? 'center' : align;
      context.font = `${isBold === true ? 600 : 400} ${sizePx}px ${font}`;
      context.fillText(text, 0, 0);
      context.restore();
    },
  };
}

/**
 * Prepares a canvas for its place on the screen, sharp on any. One that is opaque is put on the screen
 * without regard to what lies behind it, and must be drawn on all over.
 *
 * @returns undefined where none is to be had
 */
export function contextFor(
  canvas: HTMLCanvasElement,
  widthPx: number,
  heightPx: number,
  { scale = window.devicePixelRatio, isOpaque = false } = {},
): CanvasRenderingContext2D | undefined {
  const [width, height] = [Math.round(widthPx * scale), Math.round(heightPx * scale)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  // in memory, not on the graphics card: where that is emulated, 10,000 squares take it 200 ms more
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: !isOpaque });
  if (context === null) return undefined;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  if (!isOpaque) context.clearRect(0, 0, widthPx, heightPx);
  return context;
}
