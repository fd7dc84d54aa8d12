import type { Problem } from '@/domain/problem'

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

/** What the data problems mean for a reader, in a sentence or two. */
export function problemSummary(problems: readonly Problem[]): string {
  const files = new Set(problems.filter((row) => row.type.startsWith('file/')).map((row) => row.file))
  const rows = new Set(problems.filter((row) => row.rowLeftOut).map((row) => `${row.file} ${row.line ?? ''}`))
  const changed = problems.filter((row) => row.type === 'folder/hash').map((row) => row.file)
  const kept = problems.filter((row) => !row.rowLeftOut && !/^(file|folder)\//.test(row.type)).length
  const sentences = [
    files.size > 0 && `Could not be read: ${[...files].join(', ')}. What it holds is missing here.`,
    rows.size > 0 &&
      `${counted(rows.size, 'row', 'rows')} of the data left out, because something in ${rows.size === 1 ? 'it' : 'them'} is wrong.`,
    changed.length > 0 &&
      `Not as the data folder describes ${changed.length === 1 ? 'it' : 'them'}, perhaps changed by hand: ${changed.join(', ')}.`,
    kept > 0 && `${counted(kept, 'thing', 'things')} in the data to look at.`,
  ]
  return sentences.filter(Boolean).join(' ')
}
