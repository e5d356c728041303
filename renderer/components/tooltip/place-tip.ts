interface Size {
  readonly width: number;
  readonly height: number;
}
interface Anchor extends Size {
  readonly left: number;
  readonly top: number;
}

const GAP = 6;

/** Below the anchor and centred; above where there is no room, and never over the edge. */
export function placeTip(anchor: Anchor, tip: Size, page: Size): { left: number; top: number } {
  const centred = anchor.left + anchor.width / 2 - tip.width / 2;
  const below = anchor.top + anchor.height + GAP;
  const hasRoomBelow = below + tip.height + GAP <= page.height;
  return {
    left: Math.round(Math.max(GAP, Math.min(centred, page.width - tip.width - GAP))),
    top: Math.round(hasRoomBelow ? below : anchor.top - tip.height - GAP),
  };
}
