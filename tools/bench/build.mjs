/**
 * Builds the pages that the app is measured beside (npm run bench -- --baselines) into tools/bench/dist, each as its
 * library's own guide says for production. Installs the packages of this folder first when they are missing.
 */
import { mkdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { arePackagesInstalled, installPackages } from '../../scripts/packages.mjs'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The names of the pages, as of their folders. */
export const PAGES = ['vanilla', 'react-recharts', 'tabulator', 'ag-grid', 'vuetify-chartjs']

/** The frame of the pages without a framework stands in the page itself, as one writes it by hand. */
const plainPage = {
  name: 'plain-page',
  transformIndexHtml: async (html) =>
    html.replace('<!--plain-page-->', await readFile(`${folder}shared/body.html`, 'utf8')),
}

const PLUGINS = {
  'react-recharts': async () => [(await import('@vitejs/plugin-react')).default()],
  'vuetify-chartjs': async () => [
    (await import('@vitejs/plugin-vue')).default(),
    (await import('vite-plugin-vuetify')).default(),
  ],
}

/** Installs what tools/bench/package-lock.json names, unless it is there. */
export async function ensureInstalled() {
  if (arePackagesInstalled(folder)) return
  console.log('Installing the npm packages of tools/bench/package-lock.json ...')
  await installPackages(folder)
}

/** @returns {Promise<Readonly<Record<string, string>>>} the folder of each built page */
export async function buildPages() {
  await ensureInstalled()
  // Only now: this Vite is one of the packages that may have been missing.
  const { build } = await import('vite')
  await mkdir(`${folder}dist`, { recursive: true })
  const folders = {}
  for (const name of PAGES) {
    folders[name] = `${folder}dist/${name}`
    await build({
      root: `${folder}pages/${name}`,
      configFile: false,
      logLevel: 'error',
      plugins: [plainPage, ...((await PLUGINS[name]?.()) ?? [])],
      build: { outDir: folders[name], emptyOutDir: true },
    })
  }
  return folders
}

const isCommand = process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)
if (isCommand) console.log(Object.values(await buildPages()).join('\n'))
