import type { Problem, ProblemType } from '@/domain/problem'

/** A fault of a row before it is known which file and line it stands in. */
export interface Fault {
  readonly type: ProblemType
  /** CSV header of the column. */
  readonly column?: string | undefined
  readonly cell?: string | undefined
  readonly message: string
  readonly mending: string
  /** The row whose own fault brought this one about. */
  readonly cause?: { readonly file: string; readonly line: number }
  /** True: the fault is told and the row stays. */
  readonly rowStands?: boolean
}

/** Cells are quoted in a problem up to this many characters. */
const SHOWN_CHARACTERS = 200

/** The fault of a row as a problem of its file. */
export function problemOf(file: string, line: number, fault: Fault): Problem {
  const { type, column, cell, message, mending, cause, rowStands = false } = fault
  const shown =
    cell !== undefined && cell.length > SHOWN_CHARACTERS ? `${cell.slice(0, SHOWN_CHARACTERS)} …` : cell
  return {
    type,
    file,
    line,
    column,
    cell: shown,
    message,
    mending,
    ...(cause ? { cause } : {}),
    rowLeftOut: !rowStands,
  }
}

/** A fault of a whole file or table. */
export function fileProblem(type: ProblemType, file: string, message: string, mending: string): Problem {
  return { type, file, message, mending, rowLeftOut: false }
}
