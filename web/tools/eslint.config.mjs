import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

import { root } from './lib/paths.mjs';

/** Finds mistakes; how code looks is Prettier's business. */
export default defineConfig([
  { ignores: ['node_modules', 'build', 'dist'] },
  typescript.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: 'web/tsconfig.json', tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'no-control-regex': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A number in a template is drawn as text everywhere in an SVG.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    // Plain JavaScript states the types of what it reads in comments, which these rules do not see.
    files: ['**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['web/engine/**', 'web/figures/**', 'web/parts/**', 'web/plot/**', 'web/page/**'],
    rules: { 'no-console': 'error' },
  },
]);
