// One player sounds at a time: starting one pauses the one before. The page's play key reaches the
// player that was used last, else the first one that is there.

/** What a player must be able to do to take part. */
export interface Player {
  readonly element: HTMLElement;
  readonly isPlaying: () => boolean;
  readonly play: () => void;
  readonly pause: () => void;
}

const players = new Set<Player>();
let current: Player | undefined;

/** @returns a function that takes the player out again */
export function registerPlayer(player: Player): () => void {
  players.add(player);
  return () => {
    players.delete(player);
    if (current === player) current = undefined;
  };
}

/** Called by a player that begins to sound. */
export function noteStarted(player: Player): void {
  if (current !== player && current?.isPlaying() === true) current.pause();
  current = player;
}

/** Plays or pauses the player used last, else the first on the page; false when there is none. */
export function togglePlayback(): boolean {
  const inOrder = [...players].sort((a, b) =>
    a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  const player = current ?? inOrder[0];
  if (player === undefined) return false;
  if (player.isPlaying()) player.pause();
  else player.play();
  return true;
}
