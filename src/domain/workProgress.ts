/**
 * How far a long piece of work on the data is. `files` counts bytes of files on this computer, `fetched` files of the
 * server, `rows` and `shown` rows of all tables together, `rules` rules of the data check.
 */
export interface WorkProgress {
  readonly step: 'files' | 'fetched' | 'rows' | 'rules' | 'shown'
  readonly done: number
  readonly of: number
}

const figure = (value: number) => value.toLocaleString('en')
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)

/** The same in words, for somebody who waits. */
export function progressWords({ step, done, of }: WorkProgress): string {
  switch (step) {
    case 'files':
      return `Reading the files: ${megabytes(done)} of ${megabytes(of)} MB.`
    case 'fetched':
      return `Fetching the tables: ${figure(done)} of ${figure(of)} files.`
    case 'rows':
      return `Reading and checking the rows: ${figure(done)} of about ${figure(of)}.`
    case 'rules':
      return `Looking for contradictions: ${figure(done)} of ${figure(of)} rules have run.`
    case 'shown':
      return `Getting ready to show the rows: ${figure(done)} of about ${figure(of)}.`
  }
}
