import { existsSync, readFileSync } from 'node:fs';

/**
 * Watches how much memory this process uses, its threads included.
 *
 * @returns the most so far, in MB: the kernel's own high-water mark where there is one, else the largest
 *   of many looks; to be called once
 */
export function watchMemory(): () => number {
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  return () => {
    clearInterval(timer);
    const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
    const highWaterKb = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
    return Math.max(most, highWaterKb * 1024) / 1e6;
  };
}
