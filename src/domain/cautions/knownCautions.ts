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

/** 0 for the strictest level. */
export function strictness(level: CautionLevel): number {
  return CAUTION_LEVELS.indexOf(level)
}

/** The strictest of some levels; undefined for none. */
export function strictestOf(levels: readonly CautionLevel[]): CautionLevel | undefined {
  return CAUTION_LEVELS.find((level) => levels.includes(level))
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
    const number = formatNumber(Number(value))
    const words =
      {
        '>=': `${number} or more`,
        '<=': `${number} or less`,
        '>': `above ${number}`,
        '<': `below ${number}`,
      }[sign] ?? ''
    return `${what.replaceAll('-', ' ')} ${words}`
  }
  const answer = /^[\w-]+=choice:(.+)$/.exec(when)
  return answer?.[1]?.split('|').join(' or ') ?? when
}

/** Every caution of a treatment, its own first, then those of the treatments in `cautionsFrom`, with their names. */
export function knownCautions(treatment: string, evidence: Evidence): readonly KnownCaution[] {
  const from = evidence.treatmentById.get(treatment)?.cautionsFrom ?? []
  return [treatment, ...from].flatMap((id) =>
    (evidence.cautionsByTreatment.get(id) ?? []).map((caution) => ({
      caution,
      takenFrom: id === treatment ? undefined : (evidence.treatmentById.get(id)?.name ?? id),
      onlyWith: conditionInWords(caution.when),
    })),
  )
}
