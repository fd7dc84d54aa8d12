/**
 * Writes a template of each table, with one made-up row, from the declaration that also checks the tables:
 * `npm run write-templates -- FOLDER`. A file that is there already is not written over.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadSource } from './loadSource.mjs'
import { typedPath } from './folderReader.mjs'

const [path] = process.argv.slice(2)
if (!path) {
  console.error('A folder is needed: npm run write-templates -- FOLDER')
  process.exit(2)
}
const folder = typedPath(path)
const { templateFiles } = await loadSource('src/data/exportTemplates.ts')
await mkdir(folder, { recursive: true })
let written = 0
for (const [name, text] of templateFiles()) {
  try {
    await writeFile(join(folder, name), text, { flag: 'wx' })
    written++
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    console.error(`${name} is there already and was left as it is.`)
  }
}
console.log(`${written} files written to ${folder}`)
