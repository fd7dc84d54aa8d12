import { describe, expect, it } from 'vitest'
import { filterRows, guidelineMatrix } from '@/domain/guidelines/matrix'
import { withStance } from '@/domain/guidelines/withStance'
import { realEvidence } from '../../../support/evidence'

const matrix = guidelineMatrix(realEvidence(), undefined)
const narrowed = filterRows(matrix.groups, ({ agreement }) => agreement.kind === 'disagree')

describe('withStance', () => {
  it('leaves each guideline either as a column or named as left out', () => {
    const { columns, left } = withStance(matrix.columns, narrowed)
    expect(left.length).toBeGreaterThan(0)
    expect(new Set([...columns, ...left])).toEqual(new Set(matrix.columns))
  })

  it('leaves out no stance, and each cell below its own guideline', () => {
    const { columns, groups } = withStance(matrix.columns, narrowed)
    const stances = (all: typeof matrix.groups) =>
      all.flatMap(({ rows }) =>
        rows.flatMap(({ treatment, cells }) =>
          cells.flatMap(({ source, statements }) =>
            statements.filter(({ silent }) => !silent).map(({ stance }) => [treatment.id, source, stance]),
          ),
        ),
      )
    expect(stances(groups)).toEqual(stances(narrowed))
    for (const { rows } of groups)
      for (const { cells } of rows)
        expect(cells.map(({ source }) => source)).toEqual(columns.map(({ source }) => source))
  })

  it('leaves out a guideline that only does not mention what is shown', () => {
    const { left } = withStance(matrix.columns, matrix.groups)
    expect(left.map(({ statements }) => statements)).toEqual([0])
  })
})
