import type { Page } from '@playwright/test';

/** What a page holds that it must give back. */
export interface LiveCounts {
  readonly objectUrls: number;
  /** WebGL contexts that were not lost. */
  readonly contexts: number;
  /** Media elements with a file, also those that stand nowhere in the page. */
  readonly media: number;
}

/** Counts from the next navigation on; ask with {@link liveCounts}. */
export async function countLive(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const urls = new Set<string>();
    const media: WeakRef<HTMLMediaElement>[] = [];
    let contexts = 0;
    Object.assign(window, {
      liveCounts: () => ({
        objectUrls: urls.size,
        contexts,
        media: media.filter((each) => each.deref()?.hasAttribute('src') === true).length,
      }),
    });

    const createUrl = URL.createObjectURL.bind(URL);
    const revokeUrl = URL.revokeObjectURL.bind(URL);
    URL.createObjectURL = (source: Blob | MediaSource) => {
      const url = createUrl(source);
      urls.add(url);
      return url;
    };
    URL.revokeObjectURL = (url: string) => {
      urls.delete(url);
      revokeUrl(url);
    };

    const create = document.createElement.bind(document);
    document.createElement = ((name: string, options?: ElementCreationOptions) => {
      const element = create(name, options);
      if (element instanceof HTMLMediaElement) media.push(new WeakRef(element));
      return element;
    }) as typeof document.createElement;
    window.Audio = new Proxy(Audio, {
      construct(target, given) {
        const element = new target(...(given as [src?: string]));
        media.push(new WeakRef(element));
        return element;
      },
    });

    const known = new WeakSet<object>();
    const note = (context: RenderingContext | OffscreenRenderingContext | null, kind: string) => {
      if (context === null || !kind.startsWith('webgl') || known.has(context)) return;
      known.add(context);
      contexts += 1;
      context.canvas.addEventListener('webglcontextlost', () => (contexts -= 1), { once: true });
    };
    for (const type of [HTMLCanvasElement, OffscreenCanvas]) {
      const original = Object.getOwnPropertyDescriptor(type.prototype, 'getContext')?.value as (
        this: unknown,
        kind: string,
        options?: unknown,
      ) => RenderingContext | null;
      type.prototype.getContext = function (this: unknown, kind: string, options?: unknown) {
        const context = original.call(this, kind, options);
        note(context, kind);
        return context;
      } as never;
    }
  });
}

export function liveCounts(page: Page): Promise<LiveCounts> {
  return page.evaluate(() => (window as unknown as { liveCounts: () => LiveCounts }).liveCounts());
}
