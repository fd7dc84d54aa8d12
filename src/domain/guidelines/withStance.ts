import type { MatrixColumn, MatrixGroup, MatrixRow } from './matrix'

/**
 * The matrix without the guidelines that take no stance on any treatment shown: nothing of them was read on these, or
 * only that they do not mention them.
 *
 * @returns `left`: the guidelines taken out, in the order of the columns
 */
export function withStance(columns: readonly MatrixColumn[], groups: readonly MatrixGroup[]) {
  const speaks = (row: MatrixRow, index: number) =>
    row.cells[index]?.statements.some(({ silent }) => !silent) ?? false
  const kept = columns.map((_, index) => groups.some(({ rows }) => rows.some((row) => speaks(row, index))))
  const isKept = (_: unknown, index: number) => kept[index] === true
  return {
    columns: columns.filter(isKept),
    groups: groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, cells: row.cells.filter(isKept) })),
    })),
    left: columns.filter((column, index) => !isKept(column, index)),
  }
}
