import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// A sandboxed preload script is one CommonJS file that may require nothing but electron.
export default defineConfig({
  root: here('.'),
  build: {
    ssr: here('./index.ts'),
    outDir: here('../../out/preload'),
    emptyOutDir: true,
    target: 'node24',
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
});
