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
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
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
      // zod keeps a schema and its type under one name; interfaces and types both have their place
      '@typescript-eslint/no-redeclare': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    // a component is mostly markup, which is long without being complicated
    files: ['renderer/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'max-lines-per-function': ['error', { max: 140, ...size }] },
  },
  {
    files: ['renderer/**/*.ts'],
    extends: [reactHooks.configs.flat.recommended],
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
