import {
  knownCautions,
  strictestOf,
  strictness,
  type CautionLevel,
  type KnownCaution,
} from '../cautions/knownCautions'
import type { Evidence } from '../evidence'
import type { Caution } from '../tables/guidance'
import { readCondition, stateOfWhen } from './condition'
import type { Mark, Patient } from './patient'
import { setFactors, type SetFactor } from './setFactors'

/**
 * How a caution stands to this patient. `applies`: as it is, or marked so. `if-condition`: under the words of its
 * condition, which nobody has judged yet. `when-unanswered`: the question behind its extra condition was not asked.
 * `when-unmet`: that answer rules it out. `marked-out`: the clinician said that it does not apply.
 */
export type Standing = 'applies' | 'if-condition' | 'when-unanswered' | 'when-unmet' | 'marked-out'

export interface PatientCaution extends KnownCaution {
  readonly standing: Standing
  readonly mark: Mark | undefined
  /** Why the source should not be the only basis of a ban. */
  readonly weakBasis: string | undefined
  /** No sound source says as much of this treatment and factor. */
  readonly onlyWeak: boolean
  /** The answers that the row is about, where its factor is met by several and the row does not tell them apart. */
  readonly sharedBy: readonly string[]
}

/** The cautions of a treatment on one factor, the strictest first; those that do not hold come last. */
export interface FactorCautions {
  readonly factor: string
  readonly label: string
  /** The strictest level that holds or may hold; undefined where none does. */
  readonly level: CautionLevel | undefined
  /** At that level nothing holds for sure: each row waits for a condition. */
  readonly conditional: boolean
  /** More than one level holds or may hold. */
  readonly differ: 'sources' | 'one-source' | undefined
  readonly cautions: readonly PatientCaution[]
}

/** What the data say of one treatment for this patient. Silence is never safety: see `nothingOn`. */
export interface PatientCautions {
  readonly treatment: string
  readonly strictest: CautionLevel | undefined
  readonly conditional: boolean
  /** Factors that are set and on which the treatment has rows, the strictest first. */
  readonly factors: readonly FactorCautions[]
  /** Rules for giving the treatment, shown whoever the patient is. */
  readonly always: readonly FactorCautions[]
  /** Labels of the factors that are set and on which the treatment has no row. */
  readonly nothingOn: readonly string[]
  readonly takesIt: boolean
}

/** A caution that holds, or that may hold. */
export function isLive({ standing }: PatientCaution): boolean {
  return standing !== 'when-unmet' && standing !== 'marked-out'
}

function standingOf({ caution }: KnownCaution, patient: Patient): Standing {
  const mark = caution.conditionText === undefined ? undefined : patient.marks.get(caution.id)
  const when = caution.when === undefined ? 'met' : stateOfWhen(caution.when, patient)
  if (mark === 'does-not-apply') return 'marked-out'
  if (when !== 'met') return when === 'unmet' ? 'when-unmet' : 'when-unanswered'
  return caution.conditionText === undefined || mark === 'applies' ? 'applies' : 'if-condition'
}

/** Does a sound source say as much of the same treatment and factor, without a condition left open? */
function isBacked(row: KnownCaution, known: readonly KnownCaution[], patient: Patient, evidence: Evidence) {
  return known.some(
    (other) =>
      evidence.sourceById.get(other.caution.source)?.weakBasis === undefined &&
      strictness(other.caution.level) <= strictness(row.caution.level) &&
      standingOf(other, patient) === 'applies',
  )
}

/** "warfarin type", "direct anticoagulant (DOAC)": what the question offers and the row takes as one. */
function answersOf({ factor: id, when }: Caution, evidence: Evidence): readonly string[] {
  const factor = evidence.factors.find((row) => row.id === id)
  const condition = factor && readCondition(factor.metBy)
  if (condition?.kind !== 'words' || when?.startsWith(`${factor?.questionId}=`)) return []
  return condition.words.length > 1 ? condition.words : []
}

function withBasis(known: readonly KnownCaution[], patient: Patient, evidence: Evidence) {
  return known.map((row): PatientCaution => {
    const weakBasis = evidence.sourceById.get(row.caution.source)?.weakBasis
    return {
      ...row,
      standing: standingOf(row, patient),
      mark: patient.marks.get(row.caution.id),
      weakBasis,
      onlyWeak: weakBasis !== undefined && !isBacked(row, known, patient, evidence),
      sharedBy: answersOf(row.caution, evidence),
    }
  })
}

function differenceIn(live: readonly PatientCaution[]): FactorCautions['differ'] {
  if (new Set(live.map((row) => row.caution.level)).size < 2) return undefined
  return new Set(live.map((row) => row.caution.source)).size > 1 ? 'sources' : 'one-source'
}

function onFactor(
  factor: string,
  known: readonly KnownCaution[],
  patient: Patient,
  evidence: Evidence,
): FactorCautions {
  const rank = (row: PatientCaution) => (isLive(row) ? 0 : 1)
  const cautions = withBasis(
    known.filter((row) => row.caution.factor === factor),
    patient,
    evidence,
  ).sort((a, b) => rank(a) - rank(b) || strictness(a.caution.level) - strictness(b.caution.level))
  const live = cautions.filter(isLive)
  const level = strictestOf(live.map((row) => row.caution.level))
  return {
    factor,
    label: evidence.factors.find((row) => row.id === factor)?.label ?? factor,
    level,
    conditional:
      level !== undefined && !live.some((row) => row.caution.level === level && row.standing === 'applies'),
    differ: differenceIn(live),
    cautions,
  }
}

/** Whoever takes the treatment already does not thereby add a medicine to it. */
function isOnlyItself({ causes }: SetFactor, treatment: string): boolean {
  return causes.every((cause) => cause.kind === 'takes' && cause.treatment === treatment)
}

const place = ({ level }: FactorCautions) => (level === undefined ? Infinity : strictness(level))

/**
 * The cautions of a treatment for this patient: its own and those of the treatments in `cautionsFrom`, on every
 * factor that is set, and the ones that are always shown. A condition that nobody judged counts as one that may
 * hold, so that the strictest level never looks better than it is; `conditional` says so.
 *
 * @param set the factors that hold, from `setFactors`, where they are at hand
 */
export function cautionsFor(
  treatment: string,
  patient: Patient,
  evidence: Evidence,
  set: readonly SetFactor[] = setFactors(patient, evidence),
): PatientCautions {
  const known = knownCautions(treatment, evidence)
  const withRows = new Set(known.map((row) => row.caution.factor))
  const meant = set.filter((row) => !isOnlyItself(row, treatment))
  const factors = meant
    .filter((row) => withRows.has(row.factor.id))
    .map((row) => onFactor(row.factor.id, known, patient, evidence))
    .sort((a, b) => place(a) - place(b) || Number(a.conditional) - Number(b.conditional))
  const strictest = strictestOf(factors.flatMap((row) => row.level ?? []))
  return {
    treatment,
    strictest,
    conditional:
      strictest !== undefined && !factors.some((row) => row.level === strictest && !row.conditional),
    factors,
    always: evidence.factors
      .filter((factor) => factor.showAlways === 'yes' && withRows.has(factor.id))
      .map((factor) => onFactor(factor.id, known, patient, evidence)),
    nothingOn: meant.filter((row) => !withRows.has(row.factor.id)).map((row) => row.factor.label),
    takesIt: patient.takes.includes(treatment),
  }
}

/** Nothing but a certain contraindication keeps a treatment out of sight, and only when that was asked for. */
export function isContraindicated({ strictest, conditional }: PatientCautions): boolean {
  return strictest === 'contraindicated' && !conditional
}
