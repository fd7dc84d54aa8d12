import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'
import { compiledWords } from './tools/compiledWords.mjs'
import { offlineFiles } from './tools/offlineFiles.mjs'
import { writtenWords } from './tools/writtenWords.mjs'

/** The evidence is served as files, not built in: a hospital replaces `dist/data/` and reloads. */
function copyData(): Plugin {
  return {
    name: 'copy-data',
    apply: 'build',
    async writeBundle(options) {
      await cp('data', `${options.dir}/data`, { recursive: true })
    },
  }
}

const STYLE_LINK = /\n?\s*<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g

/**
 * Puts the styles of the first view into the built page, so that nothing is waited for before the first paint.
 * The content policy allows the one inline style by its hash (scripts/headers.mjs).
 */
function stylesInPage(): Plugin {
  let base = '/'
  return {
    name: 'styles-in-page',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        return html.replace(STYLE_LINK, (link, address: string) => {
          const file = bundle?.[address.slice(base.length)]
          return file?.type === 'asset' ? `\n    <style>${String(file.source).trim()}</style>` : link
        })
      },
    },
  }
}

export default defineConfig({
  plugins: [writtenWords(), vue(), compiledWords(), copyData(), stylesInPage(), offlineFiles()],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      '@stdlib/assert-has-generator-support': fileURLToPath(
        new URL('./tools/hasGeneratorSupport.cjs', import.meta.url),
      ),
    },
  },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // All that the first page needs comes in one request: on a slow network each costs a round trip.
            { name: 'first', tags: ['$initial'] },
            // The parts that the list does without at first, and what several pages share: few files, few names.
            { name: 'list-parts', test: /\/src\/(features\/explore|domain\/explore)\// },
            { name: 'shared', test: /\/src\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
  // As modules: in a classic script a library for Node and browsers would take itself for neither.
  worker: { format: 'es', plugins: () => [writtenWords()] },
  define: { __VUE_OPTIONS_API__: false, __VUE_PROD_DEVTOOLS__: false },
})
