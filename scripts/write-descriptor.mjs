/**
 * Writes data/datapackage.json and docs/data-dictionary.md from the declaration in src/domain/tables/, with size and
 * hash of each file: run it after each change of data/. What the folder says about itself (version, date, licence ...)
 * is kept as it stands in data/datapackage.json. `npm run write-descriptor -- path/to/folder` does so for another folder.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { loadSource } from './loadSource.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const [asked] = process.argv.slice(2)
const folder = asked ? resolve(process.env.INIT_CWD ?? '.', asked) : `${root}data`
const descriptor = `${folder}/datapackage.json`
const dictionary = `${root}docs/data-dictionary.md`

const { describeDataPackage } = await loadSource('src/data/dataPackage.ts')
const { readFileFacts } = await loadSource('src/data/fileHashes.ts')
const { writeDataDictionary } = await loadSource('src/data/dataDictionary.ts')

const meta = JSON.parse(await readFile(descriptor, 'utf8'))
const files = await readFileFacts((file) => readFile(`${folder}/${file}`))
await writeFile(descriptor, `${JSON.stringify(describeDataPackage(meta, files), null, 2)}\n`)

if (!asked) {
  const style = await resolveConfig(dictionary)
  await writeFile(dictionary, await format(writeDataDictionary(), { ...style, parser: 'markdown' }))
}
console.log(`Written: ${asked ? descriptor : 'data/datapackage.json, docs/data-dictionary.md'}`)
