/** Loads a TypeScript module of src/ into Node, with the `@/` alias, without a build. */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * @param {string} path from the root of the project, such as 'src/domain/tables.ts'
 * @returns {Promise<Record<string, any>>} what the module exports
 */
export async function loadSource(path) {
  const { module } = await runnerImport(`${root}${path}`, {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': `${root}src` } },
  })
  return module
}
