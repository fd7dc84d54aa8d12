import { estimateOf } from '@/domain/estimate'
import { describeEstimate } from '@/domain/estimateText'
import type { Evidence } from '@/domain/evidence'
import { absoluteEffectOf } from '@/domain/finding/absoluteEffect'
import { describeAbsoluteEffect } from '@/domain/finding/absoluteText'
import { leadWith, leadWithout, otherFindings } from '@/domain/finding/otherFindings'
import { cellOf, isRelative, whyItLeads } from '@/domain/headline'
import type { Finding } from '@/domain/tables/findings'
import type { LeadingPopulation } from '@/domain/patient/population'
import { isUsable } from '@/domain/usable'
import { useEvidenceStore } from '@/stores/evidence'
import { useSourceLink } from '@/stores/useSourceLink'
import { usePatientStore } from '@/stores/patient'
import { useView } from '@/stores/useView'
import { computed } from 'vue'

/** How the finding stands to the cells it belongs to: that of its outcome, and of outcomes derived from it. */
function placeInCell(
  finding: Finding,
  evidence: Evidence,
  lead: readonly string[],
  population?: LeadingPopulation,
) {
  const outcomes = [finding.outcome, ...evidence.derivedOutcomes.map((derived) => derived.id)]
  const cells = [...new Set(outcomes)]
    .map((outcome) => cellOf(finding.treatment, outcome, evidence, lead, population))
    .filter((cell) => cell.findings.includes(finding))
  const led = cells.find((cell) => cell.lead?.finding.id === finding.id)
  const headline = evidence.headlinesByTreatment
    .get(finding.treatment)
    ?.find((row) => row.findingId === finding.id)
  return {
    usable: isUsable(finding),
    leads: led !== undefined,
    /** What leads the cell of its own outcome. */
    leadingId: cells[0]?.lead?.finding.id,
    byReader: led?.chosenBy === 'reader',
    why: led?.lead && whyItLeads(led.lead, led, evidence),
    /** The curators' reason, which may hold figures and therefore stands only here. */
    curatorsWhy: headline?.why,
    words: headline?.words,
  }
}

/** Everything the drawer says about one finding. */
function describeFinding(
  finding: Finding,
  evidence: Evidence,
  lead: readonly string[],
  population?: LeadingPopulation,
) {
  const estimate = estimateOf(finding, evidence)
  const effect = absoluteEffectOf(finding, evidence)
  return {
    finding,
    estimate,
    text: describeEstimate(estimate, evidence),
    treatment: evidence.treatmentById.get(finding.treatment)?.name ?? finding.treatment,
    outcome: evidence.outcomeById.get(finding.outcome)?.label ?? finding.outcome,
    source: evidence.sourceById.get(finding.source),
    absolute: effect?.kind === 'absolute' ? describeAbsoluteEffect(effect, finding) : undefined,
    addedUp: effect?.kind === 'refused' && effect.reason === 'added-up',
    /** A ratio says nothing about how common the outcome is, so the absolute numbers go before it. */
    absoluteFirst: isRelative(finding),
    others: otherFindings(finding, evidence).map((other) => {
      const itsEstimate = estimateOf(other.finding, evidence)
      return { ...other, estimate: itsEstimate, text: describeEstimate(itsEstimate, evidence) }
    }),
    place: placeInCell(finding, evidence, lead, population),
  }
}

export type FindingDescription = ReturnType<typeof describeFinding>
export type OtherDescription = FindingDescription['others'][number]

/** The finding that the address opens, and what a reader can do with it. */
export function useFinding() {
  const store = useEvidenceStore()
  const patient = usePatientStore()
  const { view, changeView, linkTo } = useView()
  const { sourceLink } = useSourceLink()

  const described = computed(() => {
    const finding = view.value.finding && store.evidence.findingById.get(view.value.finding)
    return finding ? describeFinding(finding, store.evidence, view.value.lead, patient.population) : undefined
  })
  /** What is said of its treatment for the patient in the room. */
  const cautions = computed(() => described.value && patient.cautionsOf(described.value.finding.treatment))
  function openCautions() {
    patient.openTreatment = described.value?.finding.treatment
  }

  const close = () => changeView({ finding: undefined })
  const showInCell = (finding: Finding) =>
    changeView(({ lead }) => ({ lead: leadWith(lead, finding, store.evidence) }))
  const showStandard = (finding: Finding) =>
    changeView(({ lead }) => ({ lead: leadWithout(lead, finding, store.evidence) }))

  return { store, described, cautions, openCautions, close, showInCell, showStandard, linkTo, sourceLink }
}
