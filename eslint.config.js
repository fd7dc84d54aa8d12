import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import globals from 'globals'
import typescript from 'typescript-eslint'

const SIGNS = [...'(),.:;!?&/%·×○↑↓→↗“”–', 'https://']
/** Attributes and properties that hold words. */
const WORDED = [
  ...[
    'title',
    'aria-label',
    'aria-roledescription',
    'placeholder',
    'alt',
    'label',
    'hint',
    'words',
    'heading',
  ],
  ...['kicker', 'summary', 'caption', 'purpose', 'what', 'done', 'head', 'close-label', 'action'],
]

export default typescript.config(
  {
    ignores: [
      'dist/',
      'data/',
      'tests/data/',
      'node_modules/',
      'tools/**/node_modules/',
      'tools/bench/dist/',
      '.cache/',
    ],
  },
  ...typescript.configs.strict,
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript.parser }, globals: globals.browser },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/no-v-html': 'error',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    // All words of the interface stand in src/words.
    files: ['src/**/*.vue'],
    rules: {
      'vue/no-bare-strings-in-template': ['error', { allowlist: SIGNS, attributes: { '/.+/': WORDED } }],
    },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.name='eval']", message: 'The content policy forbids eval.' },
        { selector: "MemberExpression[property.name='innerHTML']", message: 'Use templates or textContent.' },
      ],
    },
  },
  {
    files: ['scripts/**/*.mjs', 'tools/**/*.{mjs,cjs}', '*.js', '*.cjs', '*.ts'],
    languageOptions: { globals: globals.node },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['tools/bench/{pages,shared}/**/*.{js,jsx,mjs}'],
    languageOptions: { globals: globals.browser },
  },
  prettier,
)
