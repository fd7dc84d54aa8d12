/**
 * A fault in the data, told to whoever can mend it. Named as Frictionless names errors where it has a name.
 * @see https://framework.frictionlessdata.io/docs/framework/error.html
 */
export type ProblemType =
  | 'file/missing'
  | 'file/unreadable'
  | 'file/encoding'
  /** The file differs from what the description of the folder says of it. Frictionless: hash-count, byte-count. */
  | 'folder/hash'
  | 'table/header'
  | 'table/empty'
  | 'table/missing-column'
  | 'table/extra-column'
  | 'table/duplicate-column'
  | 'row/shape'
  | 'row/primary-key'
  | 'row/sense'
  | 'cell/required'
  | 'cell/type'
  | 'cell/constraint'
  | 'cell/foreign-key'

export interface Problem {
  readonly type: ProblemType
  readonly file: string
  /** Line of the file, the header being line 1; a quoted cell with line breaks counts all its lines. */
  readonly line?: number
  /** CSV header of the column. */
  readonly column?: string
  /** The cell as it stands in the file, cut after 200 characters. */
  readonly cell?: string
  /** What is wrong, in one sentence. */
  readonly message: string
  /** How to mend it, in one sentence. */
  readonly mending: string
  /** The row that was left out first, when this one only follows from it. */
  readonly cause?: { readonly file: string; readonly line: number }
  /** True: the row was left out. False: it was kept and only reported. */
  readonly rowLeftOut: boolean
}
