import type { OutcomeCell } from '../compare/outcomeCell'
import { sourceNameOf } from '../compare/sourceName'
import { termOf, type Evidence } from '../evidence'
import { criterionOf } from '../preferences/criteria'
import { type Preferences } from '../preferences/preferences'
import { weighed } from '../preferences/weighing'
import type { PlainWords } from '../presentation/plainWords'
import type { ShownCell, ShownOption, ShownOutcome } from '../presentation/screen'
import { cellsOf, shownOutcome, type Showing } from '../presentation/shownOutcome'
import type { Finding } from '../tables/findings'
import type { Outcome } from '../tables/outcomes'

/** The source that a number on paper rests on. */
export interface HandoutNote {
  readonly number: number
  readonly source: string
}

export interface HandoutCell {
  readonly shown: ShownCell
  /** The number of its note; undefined where nothing was found. */
  readonly note: number | undefined
  /** The definition says nothing that the name of the outcome does not say. */
  readonly definedByName: boolean
  /** Everyone in the group was counted, each once: what "x of 100 people" means unless something else is said. */
  readonly ofEveryone: boolean
}

export interface HandoutRow {
  readonly side: 'result' | 'side-effect'
  readonly outcome: ShownOutcome
  readonly cells: readonly HandoutCell[]
}

export interface HandoutOption extends ShownOption {
  readonly id: string
  readonly summary: string
}

export interface WeighedWords {
  readonly words: string
  /** As it was given, 0 to 100; undefined where things were only put in order. */
  readonly weight: number | undefined
}

export interface Handout {
  readonly condition: string
  readonly options: readonly HandoutOption[]
  readonly rows: readonly HandoutRow[]
  readonly notes: readonly HandoutNote[]
  /** What was weighed, the heaviest first. */
  readonly mattered: readonly WeighedWords[]
}

/** The row behind a number, or behind the words that stand in its place. */
function findingBehind({ lead, words, cell }: OutcomeCell, evidence: Evidence): Finding | undefined {
  if (lead) return lead.estimate.finding
  return words === undefined || !cell.headline ? undefined : evidence.findingById.get(cell.headline.findingId)
}

function isOfEveryone(denominator: string, evidence: Evidence): boolean {
  const role = evidence.denominatorRoleById.get(denominator)
  return role?.countsPeople === 'yes' && role.wholeArm === 'yes'
}

/** Notes in the order in which they are first needed; cells with the same source share one. */
class Notes {
  readonly all: HandoutNote[] = []

  numberOf(source: string): number {
    const known = this.all.find((note) => note.source === source)
    if (known) return known.number
    const number = this.all.length + 1
    this.all.push({ number, source })
    return number
  }
}

function rowOf(outcome: Outcome, showing: Showing, notes: Notes): HandoutRow {
  const { evidence } = showing
  const shown = shownOutcome(outcome, showing)
  const cells = cellsOf(outcome, showing).map((cell, place): HandoutCell => {
    const finding = findingBehind(cell, evidence)
    return {
      shown: shown.cells[place] ?? { kind: 'missing', why: 'nothing-found' },
      note: finding && notes.numberOf(sourceNameOf(finding.source, evidence)),
      definedByName:
        finding !== undefined && termOf(evidence, 'definition_by_name', finding.definition) !== undefined,
      ofEveryone: finding !== undefined && isOfEveryone(finding.denominator, evidence),
    }
  })
  return { side: outcome.domain === 'harm' ? 'side-effect' : 'result', outcome: shown, cells }
}

/** What was weighed in the patient's words, the heaviest first; nothing is filled in. */
export function weighedWords(
  preferences: Preferences,
  evidence: Evidence,
  plain: PlainWords,
): readonly WeighedWords[] {
  return weighed(preferences).flatMap(({ id }) => {
    const of = criterionOf(id, evidence)?.of
    if (!of) return []
    const words =
      of.kind === 'outcome'
        ? plain('outcomes', of.outcome, 'plainLabel')
        : plain('burdens', of.burden, 'plainLabel')
    return [{ words, weight: preferences.by === 'weights' ? preferences.weights.get(id) : undefined }]
  })
}

/**
 * What the patient takes home, in plain words: the numbers are those of Compare and of the patient screens
 * (`shownOutcome`), each with its source. Results come before side effects.
 *
 * @param outcomes ids of the outcomes to print; unknown ones are left out
 */
export function handoutOf(showing: Showing, outcomes: readonly string[], preferences: Preferences): Handout {
  const { evidence, treatments, plain } = showing
  const found = outcomes.flatMap((id) => evidence.outcomeById.get(id) ?? [])
  const inOrder = [
    ...found.filter(({ domain }) => domain !== 'harm'),
    ...found.filter(({ domain }) => domain === 'harm'),
  ]
  const notes = new Notes()
  const name = termOf(evidence, 'condition', 'name')
  return {
    condition: name ? plain('terms', name, 'plainLabel') : '',
    options: treatments.flatMap((id, place) => {
      const treatment = evidence.treatmentById.get(id)
      if (!treatment) return []
      const words = {
        name: plain('treatments', treatment, 'plainName'),
        summary: plain('treatments', treatment, 'plainSummary'),
      }
      return [{ id, place, ...words }]
    }),
    rows: inOrder.map((outcome) => rowOf(outcome, showing, notes)),
    notes: notes.all,
    mattered: weighedWords(preferences, evidence, plain),
  }
}
