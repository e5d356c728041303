// Grammars are WASM files of two packages, loaded once for each language that occurs. Nothing of
// the code that they parse is ever run.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Language as Grammar, Parser } from 'web-tree-sitter';
import type { GrammarFile } from './languages.ts';

const FOLDERS: Readonly<Record<GrammarFile[0], readonly [packageName: string, folder: string]>> = {
  '@vscode': ['@vscode/tree-sitter-wasm', 'wasm'],
  '@cursorless': ['@cursorless/tree-sitter-wasms', 'out'],
};

const require = createRequire(import.meta.url);
const grammars = new Map<string, Promise<Grammar>>();
let initialised: Promise<void> | undefined;

/** The grammar of a file in the packages; read from the disk once. */
export function loadGrammar(file: GrammarFile): Promise<Grammar> {
  const key = file.join('/');
  const known = grammars.get(key);
  if (known !== undefined) return known;
  const loading = readGrammar(file);
  grammars.set(key, loading);
  // a failure is not kept: the next file may find the grammar there
  loading.catch(() => grammars.delete(key));
  return loading;
}

async function readGrammar([source, name]: GrammarFile): Promise<Grammar> {
  initialised ??= Parser.init({
    locateFile: () => require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  });
  await initialised;
  const [packageName, folder] = FOLDERS[source];
  const root = dirname(require.resolve(`${packageName}/package.json`));
  return Grammar.load(await readFile(join(root, folder, `tree-sitter-${name}.wasm`)));
}
