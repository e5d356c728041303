import { basename, dirname, join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const engine = here('../engine');

/**
 * Packages with native code or data files of their own stay as they are, beside the bundle. So do the
 * audio decoders: some are under the GPL and must not become part of it (see electron-builder.yml).
 */
const EXTERNAL = [
  'electron',
  'better-sqlite3',
  'sharp',
  '@napi-rs/canvas',
  'pdfjs-dist',
  'pino',
  'piscina',
  'audio-decode',
  '@audio',
  'node-av',
  'onnxruntime-node',
  'exceljs',
  'mammoth',
  'tesseract.js',
  'web-tree-sitter',
  '@guanmingchiu/sqlparser-ts',
  'pdfkit',
  'fontkit',
];

/** Every `*.worker.ts` of the engine becomes an entry of its own, so that a thread can load it. */
function workerEntries(): Record<string, string> {
  const files = readdirSync(engine, { recursive: true, encoding: 'utf8' });
  const workers = files.filter((file) => file.endsWith('.worker.ts'));
  return Object.fromEntries(
    workers.map((file) => [basename(file, '.ts'), join(engine, file)] as const),
  );
}

/** Points `new URL('./x.worker.ts', import.meta.url)` at the built entry; all files lie in one folder. */
function workerAddresses(): Plugin {
  return {
    name: 'worker-addresses',
    transform(code, id) {
      if (!id.startsWith(dirname(engine)) || !code.includes('.worker.ts')) return undefined;
      return code.replace(/(['"])(?:\.{1,2}\/)+(?:[\w-]+\/)*([\w-]+\.worker)\.ts\1/g, "'./$2.js'");
    },
  };
}

/** Puts the prompts beside the bundle, where `judges/prompt-files.ts` looks for them. */
function promptFiles(): Plugin {
  const folder = join(engine, 'judges', 'prompts');
  return {
    name: 'prompt-files',
    generateBundle() {
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
        const source = readFileSync(join(folder, name));
        this.emitFile({ type: 'asset', fileName: `prompts/${name}`, source });
      }
    },
  };
}

/** The same for the page of review bundles, which `report/bundle/write-page.ts` copies as it is. */
function bundlePage(): Plugin {
  const folder = join(engine, 'report', 'bundle', 'page');
  return {
    name: 'bundle-page',
    generateBundle() {
      for (const name of readdirSync(folder)) {
        const source = readFileSync(join(folder, name));
        this.emitFile({ type: 'asset', fileName: `page/${name}`, source });
      }
    },
  };
}

export default defineConfig({
  root: here('.'),
  plugins: [workerAddresses(), promptFiles(), bundlePage()],
  build: {
    ssr: true,
    outDir: here('../../out/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: { index: here('./index.ts'), ...workerEntries() },
      external: EXTERNAL.map((name) => new RegExp(`^${name}(/|$)`)),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: EXTERNAL },
});
