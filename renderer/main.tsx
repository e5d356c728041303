import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import './theme/tokens.css';
import './theme/base.css';
import { App } from './app/App.tsx';
import { loadScreen } from './app/load-screen.ts';
import { connectWholeStyle } from './components/whole-page/whole-style.ts';
import { connectAppearance } from './stores/appearance-store.ts';
import { connectStores } from './stores/connect.ts';
import { currentRoute } from './stores/route-store.ts';

connectAppearance();
connectWholeStyle();
connectStores();
// beside the first questions to the engine, not after their answers
void loadScreen[window.location.hash.length <= 1 ? 'instances' : currentRoute().screen]();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root"');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
