/**
 * Checks a data folder: `npm run check-data` for data/, `npm run check-data -- path/to/folder` for another.
 * Prints errors, warnings and advice with file, line, column, cell, what is wrong and how to mend it; the rules are in
 * docs/data-checks.md. What accepted-problems.csv names is counted, and printed with --accepted. Exits 1 on errors only.
 */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadSource } from './loadSource.mjs'
import { problemTable } from './problemTable.mjs'

const shipped = fileURLToPath(new URL('../data', import.meta.url))
const words = process.argv.slice(2)
const [path] = words.filter((word) => !word.startsWith('--'))
const folder = path ? resolve(process.env.INIT_CWD ?? '.', path) : shipped

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

const { checkFolder } = await loadSource('src/data/checkFolder.ts')
const { report, tables } = await checkFolder(readFromFolder)

const files = Object.keys(tables).length
const rows = Object.values(tables).reduce((sum, table) => sum + table.length, 0)
const accepted = report.filter((entry) => entry.accepted !== undefined)
const open = report.filter((entry) => entry.accepted === undefined)
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`

function print(title, entries) {
  if (entries.length === 0) return
  const told = entries.map((entry) => ({
    ...entry,
    message: `${entry.message}${entry.accepted ? ` Accepted: ${entry.accepted}` : ''} [${entry.rule}]`,
  }))
  console.log(`${title}: ${entries.length}\n\n${problemTable(told, process.stdout.columns)}\n`)
}

const of = (severity) => open.filter((entry) => entry.severity === severity)
print('ERRORS', of('error'))
print('WARNINGS', of('warning'))
print('ADVICE', of('advice'))
if (words.includes('--accepted')) print('ACCEPTED', accepted)

const found =
  open.length === 0
    ? 'no problems'
    : [
        counted(of('error').length, 'error', 'errors'),
        counted(of('warning').length, 'warning', 'warnings'),
        `${of('advice').length} advice`,
      ].join(', ')
const known = accepted.length === 0 ? '' : `, ${accepted.length} known and accepted`
console.log(`${files} files, ${rows.toLocaleString('en')} rows: ${found}${known}`)
process.exitCode = of('error').length === 0 ? 0 : 1
