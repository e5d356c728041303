// What of the instance view's layout lives in the address: hidden columns, raw columns, linked scroll
// and the score panel. Pure, so that a link means the same on every machine.

/** Layout of the instance view. */
export interface InstanceLayout {
  /** Ids of hidden columns. */
  readonly hidden: readonly string[];
  /** Ids of columns that show their raw content. */
  readonly raw: readonly string[];
  readonly isScrollLinked: boolean;
  readonly isPanelShown: boolean;
}

type Params = Readonly<Record<string, string>>;

export function parseLayout(params: Params): InstanceLayout {
  return {
    hidden: list(params['hide']),
    raw: list(params['raw']),
    isScrollLinked: params['link'] === '1',
    isPanelShown: params['panel'] !== '0',
  };
}

/** The shortest parameters of a layout; other parameters of the view are kept. */
export function formatLayout(layout: InstanceLayout, before: Params = {}): Record<string, string> {
  const { hide: _hide, raw: _raw, link: _link, panel: _panel, ...rest } = before;
  return {
    ...rest,
    ...(layout.hidden.length === 0
      ? {}
      : { hide: layout.hidden.map(encodeURIComponent).join('|') }),
    ...(layout.raw.length === 0 ? {} : { raw: layout.raw.map(encodeURIComponent).join('|') }),
    ...(layout.isScrollLinked ? { link: '1' } : {}),
    ...(layout.isPanelShown ? {} : { panel: '0' }),
  };
}

/** `id` taken out of the list when it is in, put in when not. */
export function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

function list(value: string | undefined): string[] {
  if (value === undefined || value === '') return [];
  return value.split('|').flatMap((part) => {
    try {
      return [decodeURIComponent(part)];
    } catch {
      return []; // an address typed by hand with a broken escape: that part means nothing
    }
  });
}
