import { create } from 'zustand';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'loupe.theme';

interface Appearance {
  readonly theme: Theme;
  /** What `theme` comes to on this machine now. */
  readonly shown: 'light' | 'dark';
  readonly setTheme: (theme: Theme) => void;
}

function prefersDark(): boolean {
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
}

function resolve(theme: Theme): 'light' | 'dark' {
  return theme === 'system' ? (prefersDark() ? 'dark' : 'light') : theme;
}

export const useAppearance = create<Appearance>((set) => ({
  theme: 'system',
  shown: 'light',
  setTheme(theme) {
    storeTheme(theme);
    set({ theme, shown: resolve(theme) });
  },
}));

function storeTheme(theme: Theme): void {
  try {
    window.localStorage.setItem(KEY, theme);
  } catch {
    // storage is off in this browser: the choice lasts until the page is closed
  }
}

function storedTheme(): Theme {
  try {
    const stored = window.localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Puts the theme on the page and follows the system's; called once, before the first paint. */
export function connectAppearance(): () => void {
  const theme = storedTheme();
  useAppearance.setState({ theme, shown: resolve(theme) });
  const apply = () => (document.documentElement.dataset.theme = useAppearance.getState().shown);
  apply();
  const unsubscribe = useAppearance.subscribe(apply);
  const media = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => useAppearance.setState((state) => ({ shown: resolve(state.theme) }));
  media.addEventListener('change', follow);
  return () => {
    unsubscribe();
    media.removeEventListener('change', follow);
  };
}
