/**
 * Writes data/datapackage.json and docs/data-dictionary.md from the declaration in src/domain/tables/, with size and
 * hash of each file: run it after each change of data/. What the folder says about itself (version, date, licence ...)
 * is kept as it stands in data/datapackage.json.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { loadSource } from './loadSource.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const descriptor = `${root}data/datapackage.json`
const dictionary = `${root}docs/data-dictionary.md`

const { describeDataPackage } = await loadSource('src/data/dataPackage.ts')
const { readFileFacts } = await loadSource('src/data/fileHashes.ts')
const { writeDataDictionary } = await loadSource('src/data/dataDictionary.ts')

const meta = JSON.parse(await readFile(descriptor, 'utf8'))
const files = await readFileFacts((file) => readFile(`${root}data/${file}`))
await writeFile(descriptor, `${JSON.stringify(describeDataPackage(meta, files), null, 2)}\n`)

const style = await resolveConfig(dictionary)
await writeFile(dictionary, await format(writeDataDictionary(), { ...style, parser: 'markdown' }))
console.log('Written: data/datapackage.json, docs/data-dictionary.md')
