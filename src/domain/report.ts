/** What a reader reports as wrong: a row of a file of the data, as the app shows it. */
export interface ReportSubject {
  /** The file that holds the row: "findings.csv". */
  readonly file: string
  /** The id of the row. */
  readonly row: string
  /** The row as it is shown: the number with its unit, or the title of a source. */
  readonly shown: string
  /** The source that the row rests on, as a citation; undefined for a source itself. */
  readonly source?: string | undefined
  /** Where it is shown, as a whole address. */
  readonly address: string
}

/** Name, version and date of a data folder, as far as its description goes. */
export interface DataVersion {
  readonly name?: string | undefined
  readonly version?: string | undefined
  readonly created?: string | undefined
}

function versionText(data: DataVersion | undefined): string {
  if (data === undefined) return 'the data have no description (datapackage.json)'
  const version = data.version === undefined ? 'version not stated' : `version ${data.version}`
  const date = data.created === undefined ? 'date not stated' : `of ${data.created.slice(0, 10)}`
  return [data.name ?? 'name not stated', version, date].join(', ')
}

/**
 * The text of a report of a wrong number: which row of which file and of which version of the data, where it is
 * shown, and an open line for what is wrong. It holds nothing but the row and its address; sending it is up to
 * the reader.
 */
export function reportText(subject: ReportSubject, data: DataVersion | undefined): string {
  return [
    'Report of a wrong number or statement',
    `Row: ${subject.row}`,
    `File: ${subject.file}`,
    `Data: ${versionText(data)}`,
    `Shown as: ${subject.shown}`,
    ...(subject.source === undefined ? [] : [`Source: ${subject.source}`]),
    `Address: ${subject.address}`,
    'What is wrong, and where the source says so (nothing about a patient): ',
  ].join('\n')
}
