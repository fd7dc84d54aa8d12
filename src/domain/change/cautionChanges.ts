import { CAUTION_WORDS, knownCautions, strictestOf, type CautionLevel } from '../cautions/knownCautions'
import type { Evidence } from '../evidence'

/** A treatment and a patient factor whose strictest caution is another one. */
export interface CautionChange {
  readonly treatment: string
  readonly name: string
  readonly factor: string
  readonly label: string
  readonly before: string
  readonly after: string
}

/** In words; nothing recorded is no proof of safety, and is said so wherever it is read. */
function levelWords(level: CautionLevel | undefined): string {
  return level === undefined ? 'No caution recorded' : CAUTION_WORDS[level]
}

/** The strictest level of a treatment by factor, those of the treatments whose cautions also apply among them. */
function strictestByFactor(treatment: string, evidence: Evidence): ReadonlyMap<string, CautionLevel> {
  const levels = new Map<string, CautionLevel>()
  for (const { caution } of knownCautions(treatment, evidence)) {
    const known = levels.get(caution.factor)
    const strictest = strictestOf(known ? [known, caution.level] : [caution.level])
    if (strictest) levels.set(caution.factor, strictest)
  }
  return levels
}

/** Treatments and factors whose strictest level changes, in the order of the treatments. */
export function cautionChanges(before: Evidence, after: Evidence): readonly CautionChange[] {
  const treatments = new Map([...before.treatments, ...after.treatments].map((row) => [row.id, row]))
  const factors = new Map([...before.factors, ...after.factors].map((row) => [row.id, row]))
  return [...treatments.values()].flatMap((treatment) => {
    const old = strictestByFactor(treatment.id, before)
    const now = strictestByFactor(treatment.id, after)
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((factor): CautionChange[] => {
      if (old.get(factor) === now.get(factor)) return []
      return [
        {
          treatment: treatment.id,
          name: treatment.name,
          factor,
          label: factors.get(factor)?.label ?? factor,
          before: levelWords(old.get(factor)),
          after: levelWords(now.get(factor)),
        },
      ]
    })
  })
}
