// The one ambient type that the contract needs from its surroundings; merges with Node's and the DOM's.
interface AbortSignal {
  readonly aborted: boolean;
}
