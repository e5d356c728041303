// What of the instance view's layout lives in the address: hidden columns, raw columns, aligned rows, the
// text difference, what is linked, and the score panel. Pure, so that a link means the same on every
// machine.

/** What responses' text is compared with. */
export type DiffAgainst = 'off' | 'reference' | 'other';

/** Layout of the instance view. */
export interface InstanceLayout {
  /** Ids of hidden columns. */
  readonly hidden: readonly string[];
  /** Ids of columns that show their raw content. */
  readonly raw: readonly string[];
  readonly isScrollLinked: boolean;
  readonly isPanelShown: boolean;
  /** Rows of what belongs together, in place of columns that scroll by themselves. */
  readonly isAligned: boolean;
  /** Viewers of items that belong together follow each other's zoom, camera and page. */
  readonly areViewsLinked: boolean;
  readonly diff: DiffAgainst;
}

const DIFFS = ['reference', 'other'] as const;

type Params = Readonly<Record<string, string>>;

export function parseLayout(params: Params): InstanceLayout {
  return {
    hidden: list(params['hide']),
    raw: list(params['raw']),
    isScrollLinked: params['link'] === '1',
    isPanelShown: params['panel'] !== '0',
    isAligned: params['rows'] === 'aligned',
    areViewsLinked: params['views'] !== 'apart',
    diff: DIFFS.find((each) => each === params['diff']) ?? 'off',
  };
}

const OWN = ['hide', 'raw', 'link', 'panel', 'rows', 'views', 'diff'];

/** The shortest parameters of a layout; other parameters of the view are kept. */
export function formatLayout(layout: InstanceLayout, before: Params = {}): Record<string, string> {
  const rest = Object.entries(before).filter(([name]) => !OWN.includes(name));
  return {
    ...Object.fromEntries(rest),
    ...(layout.hidden.length === 0
      ? {}
      : { hide: layout.hidden.map(encodeURIComponent).join('|') }),
    ...(layout.raw.length === 0 ? {} : { raw: layout.raw.map(encodeURIComponent).join('|') }),
    ...(layout.isScrollLinked ? { link: '1' } : {}),
    ...(layout.isPanelShown ? {} : { panel: '0' }),
    ...(layout.isAligned ? { rows: 'aligned' } : {}),
    ...(layout.areViewsLinked ? {} : { views: 'apart' }),
    ...(layout.diff === 'off' ? {} : { diff: layout.diff }),
  };
}

/** The next thing to compare text with; `other` only where there is another model. */
export function nextDiff(diff: DiffAgainst, hasOther: boolean): DiffAgainst {
  if (diff === 'off') return 'reference';
  return diff === 'reference' && hasOther ? 'other' : 'off';
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
