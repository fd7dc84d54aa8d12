import type { Problem } from '@/domain/problem'

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** What the data problems mean for a reader, in a sentence or two. */
export function problemSummary(problems: readonly Problem[]): string {
  const files = new Set(problems.filter((row) => row.type.startsWith('file/')).map((row) => row.file))
  const rows = new Set(problems.filter((row) => row.rowLeftOut).map((row) => `${row.file} ${row.line ?? ''}`))
  const kept = problems.filter((row) => !row.rowLeftOut && !row.type.startsWith('file/')).length
  const sentences = [
    files.size > 0 && `Could not be read: ${[...files].join(', ')}. What it holds is missing here.`,
    rows.size > 0 &&
      `${counted(rows.size, 'row', 'rows')} of the data left out, because something in ${rows.size === 1 ? 'it' : 'them'} is wrong.`,
    kept > 0 && `${counted(kept, 'thing', 'things')} in the data to look at.`,
  ]
  return sentences.filter(Boolean).join(' ')
}

/** "line 12, column value": where a curator has to look. */
export function problemPlace(problem: Problem): string {
  return [
    problem.line === undefined ? '' : `line ${problem.line}`,
    problem.column === undefined ? '' : `column ${problem.column}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** What became of the row: for a file as a whole, there is none. */
export function problemResult(problem: Problem): string {
  if (problem.type.startsWith('file/')) return 'not read'
  return problem.rowLeftOut ? 'left out' : 'kept'
}

/** The echo of another fault: mend that, and both are gone. */
function isEcho(problem: Problem): boolean {
  return problem.cause !== undefined
}

/** The problems of each file; what is to be mended comes before what follows from it, then files by name. */
export function problemsByFile(
  problems: readonly Problem[],
): readonly (readonly [string, readonly Problem[]])[] {
  const files = [...new Set(problems.map((problem) => problem.file))].sort()
  const byFile = files.map((file) => {
    const all = problems.filter((problem) => problem.file === file)
    return [file, [...all.filter((row) => !isEcho(row)), ...all.filter(isEcho)]] as const
  })
  const isAllEcho = ([, all]: (typeof byFile)[number]) => all.every(isEcho)
  return [...byFile.filter((entry) => !isAllEcho(entry)), ...byFile.filter(isAllEcho)]
}
