import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Counts code only, so that comments never make a file "too long". */
const size = { skipBlankLines: true, skipComments: true };

/** Nothing is exported by default, except where a tool insists on it. */
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export it by name; a default export is for tools that insist on one.',
};

const PROJECTS = ['shared', 'electron', 'renderer', 'tests'].map((p) => `${p}/tsconfig.json`);

export default defineConfig(
  { ignores: ['node_modules', 'out', 'dist', 'assets/samples', 'tests/fixtures', 'tests/golden'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: PROJECTS,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 400, ...size }],
      'max-lines-per-function': ['error', { max: 80, ...size }],
      'no-restricted-syntax': ['error', noDefaultExport],
      eqeqeq: 'error',
      'no-control-regex': 'error',
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // `||` on strings means "when empty"
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `record['two words']` and `record['one']` side by side read better alike; an `async` function
      // without `await` is one that an interface asks for
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/require-await': 'off',
      // zod keeps a schema and its type under one name; interfaces and types both have their place
      '@typescript-eslint/no-redeclare': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    // loops over typed arrays, where the index is bounded by the loop and a check would cost time
    files: [
      'electron/engine/{modalities,metrics,query,media}/**/*.ts',
      'assets/make-{niqe-model,samples}/**/*.ts',
    ],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
    },
  },
  {
    // a component is mostly markup, and a hook mostly closures: long without being complicated
    files: ['renderer/**/*.tsx', 'renderer/**/use-*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 140, ...size }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // speaks of React's compiler, which is not used here
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    // a `describe` is one function; what counts is the length of each test in it
    files: ['**/*.test.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['tests/bench/**/*.ts', 'tests/e2e/**/*.ts', 'assets/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.config.{ts,js}'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
