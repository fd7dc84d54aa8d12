import type { Problem } from '@/domain/problem'
import { say } from '@/words/interface/datacheck'

/** What the data problems mean for a reader, in a sentence or two. */
export function problemSummary(problems: readonly Problem[]): string {
  const files = new Set(problems.filter((row) => row.type.startsWith('file/')).map((row) => row.file))
  const rows = new Set(problems.filter((row) => row.rowLeftOut).map((row) => `${row.file} ${row.line ?? ''}`))
  const changed = problems.filter((row) => row.type === 'folder/hash').map((row) => row.file)
  const kept = problems.filter((row) => !row.rowLeftOut && !/^(file|folder)\//.test(row.type)).length
  const sentences = [
    files.size > 0 && say('couldNotBeReadWhat', { list: [...files].join(', ') }),
    rows.size > 0 && say('ofTheDataLeftOut', { rows: rows.size }),
    changed.length > 0 && say('notAsTheDataFolder', { changed: changed.length, list: changed.join(', ') }),
    kept > 0 && say('inTheDataToLook', { kept }),
  ]
  return sentences.filter(Boolean).join(' ')
}
