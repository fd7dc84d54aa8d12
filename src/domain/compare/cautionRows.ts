import type { Evidence } from '../evidence'
import { formatNumber } from '../format'
import type { Caution } from '../tables/guidance'
import { CAUTION_LEVELS } from '../vocabulary'

export type CautionLevel = Caution['level']

export const CAUTION_WORDS: Readonly<Record<CautionLevel, string>> = {
  contraindicated: 'Contraindicated',
  avoid: 'Avoid',
  caution: 'Caution',
  monitor: 'Monitor',
}

export interface KnownCaution {
  readonly caution: Caution
  /** The name of the treatment it is taken from, where that is not the treatment itself. */
  readonly takenFrom: string | undefined
  /** "age 65 or more": an extra condition for it to apply. */
  readonly onlyWith: string | undefined
}

/** One patient factor; for each treatment its cautions, the strictest first. */
export interface CautionRow {
  readonly factor: string
  readonly label: string
  readonly strictest: CautionLevel
  readonly cells: readonly (readonly KnownCaution[])[]
}

function strictness(level: CautionLevel): number {
  return CAUTION_LEVELS.indexOf(level)
}

/**
 * The extra condition of a caution in words: `age>=65` is "age 65 or more", a chosen answer stands as it is.
 * What cannot be read is printed as it stands: a condition is never dropped.
 */
export function conditionInWords(when: string | undefined): string | undefined {
  if (when === undefined) return undefined
  const limit = /^([\w-]+)\s*(>=|<=|>|<)\s*(\d+(?:\.\d+)?)$/.exec(when)
  if (limit) {
    const [, what = '', sign = '', value = ''] = limit
    const words = { '>=': 'or more', '<=': 'or less', '>': 'and above', '<': 'and below' }[sign] ?? ''
    return `${what.replaceAll('-', ' ')} ${formatNumber(Number(value))} ${words}`
  }
  const answer = /^[\w-]+=choice:(.+)$/.exec(when)
  return answer?.[1]?.split('|').join(' or ') ?? when
}

function knownCautions(treatment: string, evidence: Evidence): readonly KnownCaution[] {
  const from = evidence.treatmentById.get(treatment)?.cautionsFrom ?? []
  return [treatment, ...from].flatMap((id) =>
    (evidence.cautionsByTreatment.get(id) ?? []).map((caution) => ({
      caution,
      takenFrom: id === treatment ? undefined : (evidence.treatmentById.get(id)?.name ?? id),
      onlyWith: conditionInWords(caution.when),
    })),
  )
}

/**
 * The cautions of treatments, one row a patient factor, those of the treatments in `cautionsFrom` among them.
 * Rows with the strictest level come first, then those that concern the most treatments, then the order of the
 * data. An empty cell means that no caution is recorded, which is no proof of safety.
 */
export function cautionRows(treatments: readonly string[], evidence: Evidence): readonly CautionRow[] {
  const columns = treatments.map((id) => knownCautions(id, evidence))
  const factors = [...new Set(columns.flat().map((known) => known.caution.factor))]
  const rows = factors.map((factor) => {
    const cells = columns.map((column) =>
      column
        .filter((known) => known.caution.factor === factor)
        .sort((a, b) => strictness(a.caution.level) - strictness(b.caution.level)),
    )
    const levels = cells.flat().map((known) => strictness(known.caution.level))
    return {
      factor,
      label: evidence.factors.find((row) => row.id === factor)?.label ?? factor,
      strictest: CAUTION_LEVELS[Math.min(...levels)] ?? 'contraindicated',
      cells,
    }
  })
  const treated = (row: CautionRow) => row.cells.filter((cell) => cell.length > 0).length
  return rows.sort((a, b) => strictness(a.strictest) - strictness(b.strictest) || treated(b) - treated(a))
}

/** All that a cell of cautions says, as one text. */
export function wordsOfCautions(cell: readonly KnownCaution[]): string {
  return cell
    .map(({ caution, onlyWith }) =>
      [caution.level, caution.conditionText, onlyWith, caution.reason, caution.action].join(' · '),
    )
    .join(' / ')
}
