import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = `${root}node_modules/.cache/bench`

/**
 * Modules of src/ as they are built, for timing: in the loader of the development server every call of another
 * module takes a detour that no user takes.
 *
 * @param {Readonly<Record<string, string>>} paths a name for each module, and where it is from the root of the project
 * @returns {Promise<Record<string, any>>} what they export, all in one
 */
export async function builtSource(paths) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': `${root}src` } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      ssr: true,
      rolldownOptions: {
        input: paths,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].mjs' },
      },
    },
  })
  const modules = await Promise.all(
    Object.keys(paths).map((name) => import(`${pathToFileURL(folder)}/${name}.mjs`)),
  )
  return Object.assign({}, ...modules)
}
