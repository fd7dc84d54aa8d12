/** Lays problems of the data out as a table that fits a terminal, or a pipe. */

const HEADS = ['file', 'line', 'column', 'cell', 'what is wrong', 'how to mend it']
/** Widest that each column may grow; the two with sentences share what is left. */
const WIDEST = [24, 5, 20, 24]
const GAP = '  '

/**
 * @param {readonly { file: string, line?: number, column?: string, cell?: string, message: string, mending: string }[]} problems
 * @param {number} [width] characters in a line
 * @returns {string}
 */
export function problemTable(problems, width = 160) {
  const rows = problems.map(({ file, line, column, cell, message, mending }) => [
    file,
    line === undefined ? '' : String(line),
    column ?? '',
    cell === undefined ? '' : JSON.stringify(cell).slice(1, -1).slice(0, 60),
    message,
    mending,
  ])
  const narrow = WIDEST.map((widest, at) =>
    Math.min(widest, Math.max(HEADS[at].length, ...rows.map((row) => row[at].length))),
  )
  const used = narrow.reduce((sum, one) => sum + one, 0) + GAP.length * (HEADS.length - 1)
  const sentence = Math.max(28, Math.floor((Math.max(width, 100) - used) / 2))
  const widths = [...narrow, sentence, sentence]
  const rule = widths.map((one) => '-'.repeat(one)).join(GAP)
  return [...layRow(HEADS, widths), rule, ...rows.flatMap((row) => layRow(row, widths))].join('\n')
}

/** One row as one or more lines, each cell broken at its own width. */
function layRow(cells, widths) {
  const broken = cells.map((cell, at) => breakText(cell, widths[at]))
  const lines = Math.max(...broken.map((parts) => parts.length))
  return Array.from({ length: lines }, (_, line) =>
    broken
      .map((parts, at) => (parts[line] ?? '').padEnd(widths[at]))
      .join(GAP)
      .trimEnd(),
  )
}

/** Breaks at spaces; a word that is too long is cut. */
function breakText(text, width) {
  const lines = []
  let line = ''
  for (const word of text.split(' ')) {
    let rest = word
    if (line !== '' && line.length + 1 + rest.length > width) {
      lines.push(line)
      line = ''
    }
    while (rest.length > width) {
      lines.push(rest.slice(0, width))
      rest = rest.slice(width)
    }
    line = line === '' ? rest : `${line} ${rest}`
  }
  return [...lines, line]
}
