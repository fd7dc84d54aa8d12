/**
 * What differs between two data folders: `npm run diff-data -- OLD NEW`. Prints Markdown for a release note: what
 * reads differently on screen, then row by row and cell by cell. Exits 1 where a folder cannot be read.
 */
import { loadSource } from './loadSource.mjs'
import { readerOfFolder, typedPath } from './folderReader.mjs'

const paths = process.argv.slice(2).map(typedPath)
if (paths.length !== 2) {
  console.error('Two folders are needed: npm run diff-data -- OLD NEW')
  process.exit(2)
}

const { readFolder, diffFolders } = await loadSource('src/data/diffFolders.ts')
const [before, after] = await Promise.all(paths.map((path) => readFolder(readerOfFolder(path))))

for (const [place, folder] of [before, after].entries()) {
  const faults = folder.problems.filter((problem) => problem.type.startsWith('file/'))
  for (const { file, message } of faults) console.error(`${paths[place]}: ${file}: ${message}`)
  const rows = folder.problems.length - faults.length
  if (rows > 0)
    console.error(`${paths[place]}: ${rows} problems; what is left out is not compared (npm run check-data).`)
}
if ([before, after].some(({ evidence }) => evidence.treatments.length === 0)) {
  console.error('There is nothing to compare: one of the folders has no treatments.csv that can be read.')
  process.exitCode = 1
} else {
  process.stdout.write(diffFolders(before, after).note)
}
