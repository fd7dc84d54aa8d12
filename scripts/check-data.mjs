/**
 * Checks a data folder: `npm run check-data` for data/, `npm run check-data -- path/to/folder` for another.
 * Prints each problem with file, line, column, cell, what is wrong and how to mend it. Exits 1 if there is any.
 */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadSource } from './loadSource.mjs'
import { problemTable } from './problemTable.mjs'

const shipped = fileURLToPath(new URL('../data', import.meta.url))
const folder = process.argv[2] ? resolve(process.env.INIT_CWD ?? '.', process.argv[2]) : shipped

/** @param {string} file */
async function readFromFolder(file) {
  try {
    return new Uint8Array(await readFile(join(folder, file)))
  } catch (error) {
    throw new Error(error.code === 'ENOENT' ? `there is no such file in ${folder}` : error.message, {
      cause: error,
    })
  }
}

const { loadTables } = await loadSource('src/data/loadTables.ts')
const { readDataPackage } = await loadSource('src/data/dataPackage.ts')
const { TABLE_NAMES } = await loadSource('src/domain/tables.ts')

const description = await readDataPackage(readFromFolder)
const { tables, problems } = await loadTables(readFromFolder, TABLE_NAMES)
const all = [...description.problems, ...problems]
const files = Object.keys(tables).length
const rows = Object.values(tables).reduce((sum, table) => sum + table.length, 0)

if (all.length > 0) console.log(`${problemTable(all, process.stdout.columns)}\n`)
console.log(
  `${files} files, ${rows.toLocaleString('en')} rows, ${all.length === 0 ? 'no problems' : `${all.length} ${all.length === 1 ? 'problem' : 'problems'}`}`,
)
process.exitCode = all.length === 0 ? 0 : 1
