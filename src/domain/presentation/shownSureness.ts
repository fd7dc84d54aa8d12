import type { Verdict } from '../comparability/verdict'
import { pairVerdicts } from '../compare/pairs'
import type { Evidence } from '../evidence'
import type { Outcome } from '../tables/outcomes'
import type { PlainWords } from './plainWords'
import type { ShownCertainty, ShownPairs, ShownSureness } from './screen'
import { shownCell } from './shownCell'
import { cellsOf, type Showing } from './shownOutcome'

function nameOf(id: string, evidence: Evidence, plain: PlainWords): string {
  const treatment = evidence.treatmentById.get(id)
  return treatment ? plain('treatments', treatment, 'plainName') : id
}

/** The level of a pair without its names; undefined where nothing can be said of two options. */
function levelOf(verdict: Verdict, name: (id: string) => string): Omit<ShownPairs, 'pairs'> | undefined {
  const plainest = { randomised: undefined, via: undefined, reason: undefined }
  if (verdict.kind === 'class-and-member') return { ...plainest, level: 'one-holds-the-other' }
  if (verdict.kind === 'no-verdict') return undefined
  return {
    level: verdict.level,
    randomised: verdict.quality === undefined ? undefined : verdict.quality === 'randomised',
    via: verdict.via === undefined ? undefined : name(verdict.via),
    reason: verdict.reasons[0],
  }
}

function pairsByLevel(outcome: Outcome, { evidence, treatments, plain }: Showing): readonly ShownPairs[] {
  const rows = treatments.flatMap((id) => evidence.treatmentById.get(id) ?? [])
  const groups = new Map<string, ShownPairs>()
  for (const { verdict } of pairVerdicts(rows, outcome, evidence)) {
    const level = levelOf(verdict, (id) => nameOf(id, evidence, plain))
    if (!level) continue
    const key = JSON.stringify(level)
    const [one, other] = verdict.treatments
    const pair = [treatments.indexOf(one), treatments.indexOf(other)] as const
    groups.set(key, { ...level, pairs: [...(groups.get(key)?.pairs ?? []), pair] })
  }
  return [...groups.values()]
}

/** How sure the numbers of an outcome are, and how far the options were compared on it. */
export function shownSureness(outcome: Outcome, showing: Showing): ShownSureness {
  const { evidence, plain } = showing
  return {
    id: outcome.id,
    label: plain('outcomes', outcome, 'plainLabel'),
    cells: cellsOf(outcome, showing).map((cell): ShownCertainty | undefined => {
      // Of a number that is not shown nothing is said.
      if (!cell.lead || shownCell(cell, evidence, plain).kind !== 'people') return undefined
      const { finding } = cell.lead.estimate
      const design = evidence.armDesigns.find((row) => row.id === finding.armDesign)
      return {
        certainty: finding.certainty ?? 'not-graded',
        design: design ? plain('armDesigns', design, 'plainLabel') : '',
      }
    }),
    pairs: pairsByLevel(outcome, showing),
  }
}
