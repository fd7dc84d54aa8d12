import { pick, replaceCells, type Kind } from './corruptions'

/** Exchanges the cells of two columns in rows of findings that have both and in which they differ. */
function exchange(what: string, pairs: readonly (readonly [string, string])[]): Kind {
  return (shipped, random) => {
    const { header, rows } = shipped.csv.findings
    const row = Math.floor(random() * rows.length)
    const cells = rows[row] ?? []
    const changes = new Map<number, string>()
    for (const [one, other] of pairs) {
      const [a, b] = [header.indexOf(one), header.indexOf(other)]
      const [first = '', second = ''] = [cells[a], cells[b]]
      if (first === '' || second === '') continue
      changes.set(a, second)
      changes.set(b, first)
    }
    return changes.size === 0 ? undefined : replaceCells(shipped, 'findings', row, changes, what)
  }
}

/** The figures of a finding are in the wrong places or units. */
export const FINDING_KINDS: Readonly<Record<string, Kind>> = {
  'percent and fraction': (shipped, random) => {
    const { header, rows } = shipped.csv.findings
    const row = Math.floor(random() * rows.length)
    const cells = rows[row] ?? []
    if (!cells[header.indexOf('measure')]?.includes('proportion')) return undefined
    const changes = new Map<number, string>()
    for (const name of ['value', 'ci_low', 'ci_high', 'range_low', 'range_high']) {
      const at = header.indexOf(name)
      const text = cells[at] ?? ''
      if (text !== '') changes.set(at, String(Number((Number(text) / 100).toPrecision(12))))
    }
    return changes.size === 0 ? undefined : replaceCells(shipped, 'findings', row, changes, 'fraction')
  },
  'swapped interval ends': exchange('interval', [['ci_low', 'ci_high']]),
  'swapped arms': exchange('arms', [
    ['arm_n', 'comparator_n'],
    ['arm_events', 'comparator_events'],
  ]),
  'swapped treatment and comparator': exchange('treatments', [['treatment', 'comparator']]),
  'other unit of time': (shipped, random) => {
    const { header, rows } = shipped.csv.findings
    const at = header.indexOf('timepoint_unit')
    const row = Math.floor(random() * rows.length)
    if ((rows[row]?.[at] ?? '') === '' || rows[row]?.[header.indexOf('timepoint')] === '0') return undefined
    const unit = pick(['hours', 'days', 'weeks', 'months', 'years'], random)
    return replaceCells(shipped, 'findings', row, new Map([[at, unit]]), 'unit')
  },
}
