import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'
import { wholePage } from './vite.page.config'

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

export default defineConfig({
  plugins: [vue(), copyData(), wholePage()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  define: { __VUE_OPTIONS_API__: false, __VUE_PROD_DEVTOOLS__: false },
})
