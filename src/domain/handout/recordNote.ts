import type { OutcomeCell } from '../compare/outcomeCell'
import type { Evidence } from '../evidence'
import { PHRASES } from '../phrases'
import { criterionOf } from '../preferences/criteria'
import { type Preferences } from '../preferences/preferences'
import { weighed } from '../preferences/weighing'
import type { Together } from '../presentation/screen'
import { cellsOf, shownOutcome, type Showing } from '../presentation/shownOutcome'
import { cautionsToRecord, nameOf, sourceOf, type CautionsToRecord } from './recordCautions'
import type { Visit } from './visit'

export interface ToRecord extends CautionsToRecord {
  readonly showing: Showing
  readonly outcomes: readonly string[]
  readonly preferences: Preferences
  readonly visit: Visit
  /** The day, as it is to be printed. */
  readonly date: string
  readonly dataVersion: string | undefined
}

const NOTHING = 'Nothing noted.'

/** "68 of 100 (47 to 84); 15 of 22, at 12 weeks; ... [Barker 1996]", or the phrase that says why there is none. */
function cellText(cell: OutcomeCell, evidence: Evidence): string {
  const { lead, words, missing } = cell
  const headlined = cell.cell.headline && evidence.findingById.get(cell.cell.headline.findingId)
  if (!lead) {
    const said = words ?? missing ?? ''
    return words === undefined || !headlined ? said : `${said} [${sourceOf(headlined.source, evidence)}]`
  }
  const { text, estimate } = lead
  const parts = [
    `${text.whole} (${text.interval.replace(/\.$/, '')})`,
    text.contrast ?? (text.comparator === undefined ? undefined : `other group: ${text.comparator}`),
    text.intervalNote,
    text.counts,
    text.time,
    text.definition,
    text.denominator,
    text.indirect,
    text.design,
    text.certainty,
    lead.turned,
    text.caveat,
    cell.whose,
  ]
  const said = parts.flatMap((part) => (part === undefined || part === '' ? [] : [part.replace(/\.$/, '')]))
  return `${said.join('; ')} [${sourceOf(estimate.finding.source, evidence)}]`
}

function togetherText(together: Together): string | undefined {
  if (together.kind === 'apart')
    return together.all
      ? 'These numbers may not be compared with one another.'
      : 'Not all of these numbers may be compared with one another.'
  return together.kind === 'different-people'
    ? 'Separate groups of patients: side by side with care.'
    : undefined
}

function figures({ showing, outcomes }: ToRecord): readonly string[] {
  const { evidence } = showing
  return outcomes.flatMap((id) => {
    const outcome = evidence.outcomeById.get(id)
    if (!outcome) return []
    const warning = togetherText(shownOutcome(outcome, showing).together)
    return [
      `${outcome.label}:`,
      ...cellsOf(outcome, showing).map(
        (cell) => `  - ${nameOf(cell.treatment, evidence)}: ${cellText(cell, evidence)}`,
      ),
      ...(warning === undefined ? [] : [`  ${warning}`]),
    ]
  })
}

function preferencesOf({ preferences, showing }: ToRecord): readonly string[] {
  const rows = weighed(preferences).map(({ id }, place) => {
    const label = criterionOf(id, showing.evidence)?.label ?? id
    const weight = preferences.weights.get(id)
    return preferences.by === 'order' || weight === undefined
      ? `${place + 1}. ${label}`
      : `- ${label}: ${weight} of 100`
  })
  return rows.length > 0 ? rows : [NOTHING]
}

const typed = (text: string) => [text.trim() === '' ? NOTHING : text.trim()]

/**
 * The note for the record, in plain text: what was discussed, the numbers that were shown with their sources, the
 * cautions considered, what mattered, what was decided, and the version of the data. The words are those of Compare.
 *
 * What was typed stands as it was typed. What is missing is said; no section is left out.
 */
export function recordNote(input: ToRecord): string {
  const { showing, visit, date, dataVersion } = input
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Options discussed', showing.treatments.map((id) => `- ${nameOf(id, showing.evidence)}`)],
    ['Key figures (sources in brackets)', input.outcomes.length > 0 ? figures(input) : [NOTHING]],
    ['Cautions considered', cautionsToRecord(input)],
    ['What mattered to the patient', preferencesOf(input)],
    ['Decision', typed(visit.decided)],
    [
      'Questions to ask',
      visit.questions.length > 0 ? visit.questions.map((question) => `- ${question}`) : [NOTHING],
    ],
    ['When to call', typed(visit.whenToCall)],
  ]
  return [
    `Treatment options discussed, ${date}`,
    ...sections.map(([head, lines]) => [`${head}:`, ...lines].join('\n')),
    [
      dataVersion === undefined ? 'The data do not say their version.' : `Data version ${dataVersion}.`,
      `Made with TN Compare. The data: ${PHRASES.notReviewed.charAt(0).toLowerCase()}${PHRASES.notReviewed.slice(1)}`,
    ].join(' '),
  ].join('\n\n')
}
