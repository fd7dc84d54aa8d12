import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, runnerImport, type Plugin } from 'vite'
import { compiledWords } from './tools/compiledWords.mjs'
import { offlineFiles } from './tools/offlineFiles.mjs'

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

/** The files of the list, in the order in which they are needed. */
async function firstFiles(): Promise<readonly string[]> {
  const tables = await runnerImport<typeof import('./src/domain/tables')>('./src/domain/tables.ts')
  const { FIRST_TABLES, TABLES } = tables.module
  return FIRST_TABLES.map((name) => `${TABLES[name].name}.csv`)
}

/**
 * Makes the built page whole in one flight: the styles of the first view stand in the page, so nothing is waited
 * for before the first paint, and the tables of the list are asked for at once instead of after the script.
 * The content policy allows the one inline style by its hash (scripts/headers.mjs).
 */
function wholePage(): Plugin {
  let base = '/'
  return {
    name: 'whole-page',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const page = html.replace(STYLE_LINK, (link, address: string) => {
          const file = bundle?.[address.slice(base.length)]
          return file?.type === 'asset' ? `\n    <style>${String(file.source).trim()}</style>` : link
        })
        const preloads = (await firstFiles()).map((file) => ({
          tag: 'link',
          injectTo: 'head' as const,
          attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: `${base}data/${file}` },
        }))
        return { html: page, tags: preloads }
      },
    },
  }
}

export default defineConfig({
  plugins: [vue(), compiledWords(), copyData(), wholePage(), offlineFiles()],
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
  worker: { format: 'es' },
  define: { __VUE_OPTIONS_API__: false, __VUE_PROD_DEVTOOLS__: false },
})
