// Zoom and pan as plain arithmetic. A placement puts the picture's pixel (0, 0) at (x, y) of the pane
// and makes each of its pixels `scale` CSS pixels wide.

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Placement {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** What is seen of a picture, whatever its size and the pane's: what linked panes tell each other. */
export interface RelativeZoom {
  /** 1 is fitted into the pane. */
  readonly scale: number;
  /** The shown centre, in [0, 1] of the picture. */
  readonly x: number;
  readonly y: number;
}

export const WHOLE: RelativeZoom = { scale: 1, x: 0.5, y: 0.5 };

const MOST = 40;
const STEPS = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32];

/** The whole picture in the middle of the pane; enlarged only when `mayEnlarge`. */
export function fit(picture: Size, pane: Size, mayEnlarge = false): Placement {
  const full = Math.min(pane.width / picture.width, pane.height / picture.height);
  const scale = mayEnlarge ? full : Math.min(1, full);
  return centre(picture, pane, scale);
}

/** The picture at a scale, its middle in the middle of the pane. */
export function centre(picture: Size, pane: Size, scale: number): Placement {
  return {
    scale,
    x: (pane.width - picture.width * scale) / 2,
    y: (pane.height - picture.height * scale) / 2,
  };
}

/** Another scale, with the point under (x, y) of the pane staying where it is. */
export function zoomAt(
  placement: Placement,
  scale: number,
  at: { readonly x: number; readonly y: number },
  picture: Size,
  pane: Size,
): Placement {
  const next = Math.min(MOST, Math.max(Math.min(0.02, placement.scale), scale));
  const ratio = next / placement.scale;
  const moved = {
    scale: next,
    x: at.x - (at.x - placement.x) * ratio,
    y: at.y - (at.y - placement.y) * ratio,
  };
  return keepInside(moved, picture, pane);
}

/** Moves a picture back so that it covers the pane, or lies in its middle where it is smaller. */
export function keepInside(placement: Placement, picture: Size, pane: Size): Placement {
  const along = (offset: number, length: number, room: number) =>
    length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, offset));
  return {
    scale: placement.scale,
    x: along(placement.x, picture.width * placement.scale, pane.width),
    y: along(placement.y, picture.height * placement.scale, pane.height),
  };
}

/** A part of a picture, in shares of its width and height. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Of the pane, what a part takes that is larger than the pane. */
const ROOM = 0.85;

/**
 * Moves a picture so that a part of it is seen, its middle in the pane's, and smaller where it must be;
 * the same placement where it is seen already.
 */
export function bringIntoSight(
  placement: Placement,
  { x, y, w, h }: Part,
  picture: Size,
  pane: Size,
): Placement {
  const [width, height] = [picture.width * placement.scale, picture.height * placement.scale];
  const isSeen = (offset: number, from: number, length: number, room: number) =>
    offset + from >= 0 && offset + from + length <= room;
  if (
    isSeen(placement.x, x * width, w * width, pane.width) &&
    isSeen(placement.y, y * height, h * height, pane.height)
  )
    return placement;
  const fits = Math.min(
    (pane.width * ROOM) / (w * picture.width),
    (pane.height * ROOM) / (h * picture.height),
  );
  const scale = Math.min(placement.scale, fits);
  const moved = {
    scale,
    x: pane.width / 2 - (x + w / 2) * picture.width * scale,
    y: pane.height / 2 - (y + h / 2) * picture.height * scale,
  };
  return keepInside(moved, picture, pane);
}

/** What a placement shows, seen from the fitted one. */
export function toRelative(
  placement: Placement,
  fitted: Placement,
  picture: Size,
  pane: Size,
): RelativeZoom {
  const along = (offset: number, length: number, room: number) =>
    (room / 2 - offset) / (length * placement.scale);
  return {
    scale: placement.scale / fitted.scale,
    x: along(placement.x, picture.width, pane.width),
    y: along(placement.y, picture.height, pane.height),
  };
}

/** The placement that shows the same part of another picture, or of this one in another pane. */
export function fromRelative(
  zoom: RelativeZoom,
  fitted: Placement,
  picture: Size,
  pane: Size,
): Placement {
  const scale = zoom.scale * fitted.scale;
  const x = pane.width / 2 - zoom.x * picture.width * scale;
  const y = pane.height / 2 - zoom.y * picture.height * scale;
  return keepInside({ scale, x, y }, picture, pane);
}

/** The next handy scale above or below. */
export function stepScale(scale: number, direction: 1 | -1): number {
  const steps = direction === 1 ? STEPS : [...STEPS].reverse();
  const next = steps.find((step) => (step - scale) * direction > scale * 0.01);
  return next ?? scale * (direction === 1 ? 1.5 : 1 / 1.5);
}
