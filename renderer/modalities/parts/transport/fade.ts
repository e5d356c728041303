const FADE_MS = 60;
const STEP_MS = 5;
const fading = new WeakMap<HTMLMediaElement, ReturnType<typeof setInterval>>();

/** Brings a medium's volume to `to` in 60 ms, so that switching does not click. */
export function fadeTo(element: HTMLMediaElement, to: number): void {
  clearInterval(fading.get(element));
  if (element.paused || element.volume === to) {
    element.volume = to;
    return;
  }
  const from = element.volume;
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const share = Math.min(1, (performance.now() - startedAt) / FADE_MS);
    // equal power: both together stay as loud as one
    const way = to > from ? Math.sin((share * Math.PI) / 2) : 1 - Math.cos((share * Math.PI) / 2);
    element.volume = share === 1 ? to : Math.min(1, Math.max(0, from + (to - from) * way));
    if (share === 1) clearInterval(timer);
  }, STEP_MS);
  fading.set(element, timer);
}
