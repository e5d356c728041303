/** Which package of WASM grammars a language's grammar comes from, and its name there. */
export type GrammarFile = readonly ['@vscode' | '@cursorless', string];

/** A programming language: its names and what in its syntax tree counts for what. */
export interface Language {
  readonly id: string;
  readonly label: string;
  /** As fences name it, lower case, besides `id`. */
  readonly names: readonly string[];
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Absent: SQL, which has a parser of its own. */
  readonly grammar?: GrammarFile;
  /** `data`: nesting of values; `markup`: of elements; otherwise of control structures. */
  readonly nesting?: 'data' | 'markup';
  /** Node types that elsewhere are a control structure and here are not. */
  readonly notControl?: readonly string[];
}

const words = (text: string) => (text === '' ? [] : text.split(' '));

function language(
  id: string,
  label: string,
  names: string,
  extensions: string,
  grammar: GrammarFile | undefined,
  more: Pick<Language, 'nesting' | 'notControl'> = {},
): Language {
  return {
    id,
    label,
    names: words(names),
    extensions: words(extensions),
    ...(grammar !== undefined && { grammar }),
    ...more,
  };
}

const vscode = (name: string): GrammarFile => ['@vscode', name];
const cursorless = (name: string): GrammarFile => ['@cursorless', name];
const LABELS_OF_SWITCH = { notControl: ['case_statement'] };

/** Every language that is parsed. */
export const LANGUAGES: readonly Language[] = [
  language('python', 'Python', 'py python3 py3', 'py pyw', vscode('python')),
  language(
    'javascript',
    'JavaScript',
    'js node mjs cjs jsx',
    'js mjs cjs jsx',
    vscode('javascript'),
  ),
  language('typescript', 'TypeScript', 'ts mts cts', 'ts mts cts', vscode('typescript')),
  language('tsx', 'TSX', '', 'tsx', vscode('tsx')),
  language('c', 'C', 'h', 'c', cursorless('c'), LABELS_OF_SWITCH),
  language(
    'cpp',
    'C++',
    'c++ cc cxx hpp',
    'cpp cc cxx hpp hh hxx',
    vscode('cpp'),
    LABELS_OF_SWITCH,
  ),
  language('java', 'Java', '', 'java', vscode('java')),
  language('html', 'HTML', 'htm xhtml', 'html htm xhtml', cursorless('html'), {
    nesting: 'markup',
  }),
  language('json', 'JSON', '', 'json', cursorless('json'), { nesting: 'data' }),
  language('sql', 'SQL', 'mysql postgresql postgres sqlite plsql tsql', 'sql', undefined),
  language('bash', 'Bash', 'sh shell zsh', 'sh bash zsh', vscode('bash')),
  language('go', 'Go', 'golang', 'go', vscode('go')),
  language('rust', 'Rust', 'rs', 'rs', vscode('rust'), { notControl: ['try_expression'] }),
  language('csharp', 'C#', 'c# cs', 'cs', vscode('c-sharp')),
  language('php', 'PHP', '', 'php', vscode('php'), LABELS_OF_SWITCH),
  language('ruby', 'Ruby', 'rb', 'rb', vscode('ruby')),
  language('kotlin', 'Kotlin', 'kt kts', 'kt kts', cursorless('kotlin')),
  language('swift', 'Swift', '', 'swift', cursorless('swift')),
  language('scala', 'Scala', '', 'scala', cursorless('scala')),
  language('lua', 'Lua', '', 'lua', cursorless('lua')),
  language('r', 'R', '', 'r', cursorless('r')),
  language('css', 'CSS', '', 'css', vscode('css'), { notControl: ['if_statement'] }),
];

/** C headers may be either. */
const EITHER: Readonly<Record<string, readonly string[]>> = { h: ['c', 'cpp'] };

/** The language of an id, which must be one of {@link LANGUAGES}. */
export function languageOf(id: string): Language {
  const found = LANGUAGES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No language is called "${id}".`);
  return found;
}

/** Languages that a fence's word may mean; empty when it names none that is parsed. */
export function languagesNamed(name: string): readonly Language[] {
  const word = name.trim().toLowerCase();
  return LANGUAGES.filter((one) => one.id === word || one.names.includes(word));
}

/** Languages that an extension may mean, lower case without the dot. */
export function languagesOfExtension(extension: string): readonly Language[] {
  const either = Object.hasOwn(EITHER, extension) ? EITHER[extension] : undefined;
  if (either !== undefined) return either.map(languageOf);
  return LANGUAGES.filter((one) => one.extensions.includes(extension));
}
