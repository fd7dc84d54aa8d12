/** A copy of the data folder with many made-up findings on two treatments and one outcome, for timing only. */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'

/** @param {number} count how many findings; alternately of MVD and radiosurgery, each its own cohort */
export async function forestFolder(count) {
  const folder = await mkdtemp(join(tmpdir(), 'tn-compare-forest-'))
  await cp('data', folder, { recursive: true })
  const { data: rows, meta } = Papa.parse(await readFile('data/findings.csv', 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  const model = rows.find(
    (row) => row.treatment === 'mvd' && row.outcome === 'pain-free-no-meds' && row.headline_ok !== 'no',
  )
  const others = rows.filter((row) => row.outcome !== 'pain-free-no-meds')
  const made = Array.from({ length: count }, (_, index) => ({
    ...model,
    id: `made-up-${index}`,
    treatment: index % 2 ? 'mvd' : 'srs',
    cohort: `made-up-${index}`,
    arm_n: String(40 + (index % 60)),
    arm_events: String(index % 37),
    value: '',
    flags: '',
  }))
  await writeFile(
    join(folder, 'findings.csv'),
    Papa.unparse([...others, ...made], { columns: meta.fields, newline: '\n' }),
  )
  return folder
}
