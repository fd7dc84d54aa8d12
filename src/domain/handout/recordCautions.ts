import { CAUTION_WORDS } from '../cautions/knownCautions'
import { shortSourceName } from '../compare/sourceName'
import type { Evidence } from '../evidence'
import { actionText, nothingOnText, sharedText, weakText, whenText } from '../patient/cautionText'
import type { Mark } from '../patient/patient'
import type { FactorCautions, PatientCaution, PatientCautions } from '../patient/patientCautions'

/** What the note for the record says of cautions is made of. */
export interface CautionsToRecord {
  readonly showing: { readonly evidence: Evidence; readonly treatments: readonly string[] }
  /** What the data say of each option for this patient, in the order of the options; undefined: nothing to say. */
  readonly cautions: readonly (PatientCautions | undefined)[]
  /** The factors that are set for this patient, in words. */
  readonly factors: readonly string[]
  /** Names of the treatments that the patient takes already. */
  readonly takes: readonly string[]
  /** Medicines that are not in the data, as typed: nothing was checked for them. */
  readonly otherMedicines: readonly string[]
}

/** The name of a treatment, or its id where the data do not have it. */
export function nameOf(id: string, evidence: Evidence): string {
  return evidence.treatmentById.get(id)?.name ?? id
}

/** The short name of a source, or its id where the data do not have it. */
export function sourceOf(id: string, evidence: Evidence): string {
  const source = evidence.sourceById.get(id)
  return source ? shortSourceName(source) : id
}

const JUDGED: Readonly<Record<Mark | 'not-judged', string>> = {
  applies: '(marked: applies)',
  'does-not-apply': '(marked: does not apply)',
  'not-judged': '(not judged)',
}

/** What the clinician marked as not applying was considered. */
const wasConsidered = ({ standing }: PatientCaution) => standing !== 'when-unmet'

function cautionText(row: PatientCaution, { label }: FactorCautions, evidence: Evidence): string {
  const { caution, takenFrom, mark } = row
  const condition =
    caution.conditionText === undefined
      ? undefined
      : `${caution.conditionText} ${JUDGED[mark ?? 'not-judged']}`
  const parts = [
    label,
    condition,
    whenText(row),
    caution.reason,
    actionText(caution.action),
    takenFrom === undefined ? undefined : `taken from ${takenFrom}`,
    sharedText(row),
    weakText(row),
  ]
  const said = parts.flatMap((part) => (part === undefined || part === '' ? [] : [part.replace(/\.$/, '')]))
  return `${CAUTION_WORDS[caution.level]}: ${said.join('; ')} [${sourceOf(caution.source, evidence)}]`
}

function medicinesOf({ takes, otherMedicines }: CautionsToRecord): readonly string[] {
  return [
    ...(takes.length > 0 ? [`Takes already: ${takes.join(', ')}.`] : []),
    ...otherMedicines.map((name) => `Takes ${name}: not in our list: check by hand.`),
  ]
}

/** All but those that an answer rules out; where it rules out every row of a factor, that is said. */
function cautionsOfFactor(factor: FactorCautions, evidence: Evidence): readonly string[] {
  const rows = factor.cautions.filter(wasConsidered).map((row) => cautionText(row, factor, evidence))
  const ruledOut = [...new Set(factor.cautions.flatMap((row) => whenText(row) ?? []))]
  return rows.length > 0 ? rows : [`${factor.label}: ${ruledOut.join('; ')} (this is not proof of safety)`]
}

/** Rules for giving a treatment, which Compare shows whoever the patient is; no factor of the patient calls them up. */
function alwaysShown(known: PatientCautions | undefined, evidence: Evidence): readonly string[] {
  return (known?.always ?? []).flatMap((factor) =>
    cautionsOfFactor(factor, evidence).map((text) => `${text} (shown for every patient)`),
  )
}

const underName = (id: string, said: readonly string[], evidence: Evidence) => [
  `${nameOf(id, evidence)}:`,
  ...said.map((text) => `  - ${text}`),
]

function cautionsOfOption(id: string, known: PatientCautions | undefined, evidence: Evidence) {
  const rows = (known?.factors ?? []).flatMap((factor) => cautionsOfFactor(factor, evidence))
  const silent = nothingOnText(known?.nothingOn ?? [])
  const said = silent === undefined ? rows : [...rows, silent]
  const none = 'No caution recorded here for these factors (this is not proof of safety).'
  return underName(id, [...(said.length > 0 ? said : [none]), ...alwaysShown(known, evidence)], evidence)
}

/** Without a factor of the patient, only what is shown for every patient. */
function cautionsForAll({ cautions, showing }: CautionsToRecord): readonly string[] {
  return showing.treatments.flatMap((id, place) => {
    const said = alwaysShown(cautions[place], showing.evidence)
    return said.length > 0 ? underName(id, said, showing.evidence) : []
  })
}

/** Every caution considered, option by option; where no factor was entered, that none was checked. */
export function cautionsToRecord(record: CautionsToRecord): readonly string[] {
  const { cautions, factors, showing } = record
  const medicines = medicinesOf(record)
  if (factors.length === 0)
    return [...medicines, 'No patient factor was entered, so none was checked.', ...cautionsForAll(record)]
  return [
    `Factors entered: ${factors.join(', ')}.`,
    ...medicines,
    ...showing.treatments.flatMap((id, place) => cautionsOfOption(id, cautions[place], showing.evidence)),
  ]
}
