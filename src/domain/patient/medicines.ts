import type { Evidence } from '../evidence'
import type { Treatment } from '../tables/treatments'
import { questionsOf, type Question } from './questions'

/**
 * Medicines that can be ticked as taken already, by name: those that raise a factor, and the other single
 * medicines of the same families, of which the data know of no factor.
 */
export function takeableMedicines(evidence: Evidence): readonly Treatment[] {
  const raising = new Set(evidence.medicineFactors.map((row) => row.treatment))
  const families = new Set([...raising].map((id) => evidence.treatmentById.get(id)?.family))
  return evidence.treatments
    .filter(
      ({ id, kind, family }) =>
        raising.has(id) || (kind === 'option' && family !== undefined && families.has(family)),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** What a typed name is in these data. */
export interface NamedMedicine {
  /** Medicines that bear it, or a name that begins with it. */
  readonly medicines: readonly Treatment[]
  /** Questions that name it or its class: "warfarin". */
  readonly questions: readonly Question[]
}

/** Letters too few to tell a medicine by. */
const SHORTEST_NAME = 3

/** Looks a typed name up among the medicines (brand names too) and the words of the questions. */
export function lookUpMedicine(typed: string, evidence: Evidence): NamedMedicine {
  const name = typed.trim().toLowerCase()
  if (name.length < SHORTEST_NAME) return { medicines: [], questions: [] }
  const begins = (text: string) =>
    text
      .toLowerCase()
      .split(/[\s;,/()+-]+/)
      .some((word) => word.startsWith(name)) || text.toLowerCase().startsWith(name)
  return {
    medicines: takeableMedicines(evidence).filter((row) =>
      [row.name, row.shortName, row.otherNames ?? ''].some(begins),
    ),
    questions: questionsOf(evidence).filter(
      ({ label, plainQuestion, factors }) =>
        begins(label) || begins(plainQuestion) || factors.some((factor) => begins(factor.label)),
    ),
  }
}
