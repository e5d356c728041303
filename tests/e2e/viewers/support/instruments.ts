// Counts what viewers make and must give back. Put into the page before its own code runs, by patching
// the page's constructors.

/** What is alive in the page now, and what was ever asked of another host. */
export interface Alive {
  readonly objectUrls: number;
  readonly webglContexts: number;
  /** Media elements that still hold a file, in the document or not. */
  readonly mediaElements: number;
  readonly workers: number;
  /** Elements that a ResizeObserver follows. */
  readonly followedSizes: number;
}

declare global {
  interface Window {
    alive: () => Alive;
    __hacked?: string;
  }
}

/** Runs in the page. */
export function installInstruments(): void {
  const urls = new Set<string>();
  const create = URL.createObjectURL.bind(URL);
  const revoke = URL.revokeObjectURL.bind(URL);
  URL.createObjectURL = (source) => {
    const url = create(source);
    urls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    urls.delete(url);
    revoke(url);
  };

  const contexts = new Set<WebGLRenderingContext | WebGL2RenderingContext>();
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its canvas below
  const getContext = HTMLCanvasElement.prototype.getContext as (
    this: HTMLCanvasElement,
    ...args: unknown[]
  ) => unknown;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
    const context = getContext.apply(this, args);
    if (String(args[0]).startsWith('webgl') && context !== null) {
      contexts.add(context as WebGL2RenderingContext);
    }
    return context;
  } as HTMLCanvasElement['getContext'];

  const media: WeakRef<HTMLMediaElement>[] = [];
  const createElement = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = createElement(name, options);
    if (element instanceof HTMLMediaElement) media.push(new WeakRef(element));
    return element;
  }) as Document['createElement'];
  window.Audio = new Proxy(Audio, {
    construct(target, args: [string?]) {
      const element = new target(...args);
      media.push(new WeakRef(element));
      return element;
    },
  });

  const workers = new Set<Worker>();
  window.Worker = new Proxy(Worker, {
    construct(target, args: ConstructorParameters<typeof Worker>) {
      const worker = new target(...args);
      workers.add(worker);
      const terminate = worker.terminate.bind(worker);
      worker.terminate = () => {
        workers.delete(worker);
        terminate();
      };
      return worker;
    },
  });

  const followed = new Map<ResizeObserver, Set<Element>>();
  window.ResizeObserver = class extends ResizeObserver {
    override observe(target: Element, options?: ResizeObserverOptions) {
      const targets = followed.get(this) ?? new Set();
      followed.set(this, targets.add(target));
      super.observe(target, options);
    }
    override unobserve(target: Element) {
      followed.get(this)?.delete(target);
      super.unobserve(target);
    }
    override disconnect() {
      followed.delete(this);
      super.disconnect();
    }
  };

  window.alive = () => ({
    objectUrls: urls.size,
    webglContexts: [...contexts].filter((context) => !context.isContextLost()).length,
    mediaElements: media.filter((ref) => ref.deref()?.hasAttribute('src')).length,
    workers: workers.size,
    followedSizes: [...followed.values()].reduce((sum, targets) => sum + targets.size, 0),
  });
}
