import { selectableTreatments, type Evidence } from '../evidence'
import type { Treatment } from '../tables/treatments'

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}

function rank(treatment: Treatment, wanted: string): number {
  const names = [treatment.name, treatment.shortName, treatment.plainName, treatment.otherNames ?? ''].map(
    plain,
  )
  if (names.some((name) => name.startsWith(wanted))) return 0
  if (names.some((name) => name.split(/[\s;,()/-]+/).some((word) => word.startsWith(wanted)))) return 1
  return names.some((name) => name.includes(wanted)) ? 2 : 3
}

/**
 * Treatments whose name, short name, plain name or synonyms hold the words typed: beginnings of names first, then
 * beginnings of words, then the rest; inside each in file order. All of them for an empty text.
 *
 * @param without ids that are not offered, such as those already shown
 */
export function findTreatments(
  typed: string,
  evidence: Evidence,
  without: readonly string[] = [],
): readonly Treatment[] {
  const offered = selectableTreatments(evidence).filter((treatment) => !without.includes(treatment.id))
  const wanted = plain(typed.trim())
  if (wanted === '') return offered
  return offered
    .map((treatment) => ({ treatment, rank: rank(treatment, wanted) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map((entry) => entry.treatment)
}
