/** Makes folders of many treatments and findings from the shipped tables. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'

/** Under so many other names each finding is told; beyond it the same treatments get more findings. */
const TREATMENT_COPIES = 20

/**
 * The shipped rows over and over, each copy under ids of its own. The caller removes the folder.
 *
 * @param {string} data the shipped folder
 * @param {{ treatments: number, findings: number }} size how many rows the two tables get
 * @returns {string} the folder
 */
export function makeManyRows(data, { treatments, findings }) {
  const folder = mkdtempSync(join(tmpdir(), 'tn-compare-scale-'))
  cpSync(data, folder, { recursive: true })
  const read = (table) =>
    Papa.parse(readFileSync(join(data, `${table}.csv`), 'utf8'), { header: true, skipEmptyLines: true }).data
  const options = read('treatments')
  const more = Array.from({ length: treatments }, (_, at) => {
    const copy = Math.floor(at / options.length)
    const row = options[at % options.length]
    return copy === 0
      ? row
      : { ...row, id: `${row.id}-${copy}`, name: `${row.name} ${copy}`, parent: '', cautions_from: '' }
  })
  const rows = read('findings')
  const known = new Set(more.map(({ id }) => id))
  const numbers = Array.from({ length: findings }, (_, at) => {
    const copy = Math.floor(at / rows.length)
    const row = rows[at % rows.length]
    if (copy === 0) return row
    const treatment = `${row.treatment}-${copy % TREATMENT_COPIES}`
    return {
      ...row,
      id: `${row.id}-${copy}`,
      treatment: known.has(treatment) ? treatment : row.treatment,
      cohort: row.cohort && `${row.cohort}-${copy}`,
    }
  })
  const tables = { treatments: more, findings: numbers }
  for (const [table, content] of Object.entries(tables)) {
    rmSync(join(folder, `${table}.csv`))
    writeFileSync(join(folder, `${table}.csv`), `${Papa.unparse(content, { newline: '\n' })}\n`)
  }
  rmSync(join(folder, 'datapackage.json'))
  return folder
}
