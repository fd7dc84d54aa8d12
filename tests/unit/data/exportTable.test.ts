import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { neutraliseFormula, tableAsCsv } from '@/data/exportTable'

describe('neutraliseFormula', () => {
  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '+', '-1.6 points'])('disarms %j', (cell) => {
    expect(neutraliseFormula(cell)).toBe(`'${cell}`)
  })

  it.each(['-1.6', '+12', '-3e-4', '68 of 100', '', '−1.6', ' =1'])('leaves %j as it is', (cell) => {
    expect(neutraliseFormula(cell)).toBe(cell)
  })
})

describe('tableAsCsv', () => {
  it('reads back as the table it was made from', () => {
    const columns = ['Treatment', 'Result, share', 'Remark']
    const rows = [
      ['Carbamazepine', '68 of 100', 'says "much", and\nmore'],
      ['', ' padded ', '−1.6'],
    ]
    const { data } = Papa.parse<string[]>(tableAsCsv(columns, rows), { skipEmptyLines: true })
    expect(data).toEqual([columns, ...rows])
  })

  it('ends every line as RFC 4180 asks', () => {
    expect(tableAsCsv(['a', 'b'], [['1', '2']])).toBe('a,b\r\n1,2\r\n')
  })

  it('refuses a row that would stand under the wrong names', () => {
    expect(() => tableAsCsv(['a', 'b'], [['1']])).toThrow(RangeError)
  })
})
