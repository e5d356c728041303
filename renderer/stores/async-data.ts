/** Server data as every view draws it: all four states. */
export type AsyncData<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly previous?: T }
  | { readonly status: 'ready'; readonly data: T }
  | {
      readonly status: 'failed';
      readonly error: { readonly code: string; readonly message: string };
    };

export const idle: AsyncData<never> = { status: 'idle' };

/** The data to draw while newer data is on its way; undefined when there is none yet. */
export function latest<T>(state: AsyncData<T>): T | undefined {
  if (state.status === 'ready') return state.data;
  return state.status === 'loading' ? state.previous : undefined;
}
