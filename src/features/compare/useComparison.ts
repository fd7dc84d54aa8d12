import { cautionRows, wordsOfCautions } from '@/domain/compare/cautionRows'
import { FACT_ROWS, factRow, wordsOfFact, type FactRowId } from '@/domain/compare/factRows'
import { outcomeCell } from '@/domain/compare/outcomeCell'
import { outcomesToShow, type OutcomeGroup } from '@/domain/compare/outcomeRows'
import { outcomeRow } from '@/domain/compare/outcomeRow'
import { sourceCounts } from '@/domain/compare/sourceCounts'
import { stanceRows, wordsOfStances, type StanceRow } from '@/domain/compare/stanceRows'
import type { Treatment } from '@/domain/tables/treatments'
import { useEvidenceStore } from '@/stores/evidence'
import { useView } from '@/stores/useView'
import { computed } from 'vue'
import type { Column, Section, TableRow } from './comparison'

const OUTCOME_SECTIONS: Readonly<Record<OutcomeGroup, readonly [string, string?]>> = {
  benefits: ['Benefits'],
  lasting: ['How long it lasts'],
  experience: ['What patients report'],
  harms: ['Harms', 'Absence of a figure is not proof of safety'],
  burden: ['Burden'],
  cost: ['Cost', 'In the money and year of each source; never converted'],
  context: ['About the patients studied'],
}

/** Every cell says the same, so the row tells the columns not apart. */
function allSame(words: readonly string[]): boolean {
  return words.length > 1 && words.every((text) => text === words[0])
}

function stanceTableRow(row: StanceRow): TableRow {
  return { kind: 'stance', id: `stance-${row.source}`, row, same: allSame(row.cells.map(wordsOfStances)) }
}

/** Everything that Compare shows, worked out from the address and the evidence. */
export function useComparison() {
  const store = useEvidenceStore()
  const { view } = useView()

  const columns = computed<readonly Column[]>(() => {
    const { treatments, reference } = view.value
    const found = treatments.flatMap((id, place) => {
      const treatment = store.evidence.treatmentById.get(id)
      const group = treatment?.group === undefined ? undefined : store.evidence.groupById.get(treatment.group)
      return treatment ? [{ treatment, place, group: group?.label, isReference: id === reference }] : []
    })
    return [...found.filter((column) => column.isReference), ...found.filter((column) => !column.isReference)]
  })
  const ids = computed(() => columns.value.map((column) => column.treatment.id))
  const treatments = computed<readonly Treatment[]>(() => columns.value.map((column) => column.treatment))

  const outcomes = computed(() => outcomesToShow(view.value.outcomes, ids.value, store.evidence))
  const outcomeRows = computed(() =>
    outcomes.value.map(({ outcome, group }) => ({
      group,
      row: outcomeRow(
        outcome,
        ids.value.map((id) => outcomeCell(id, outcome, store.evidence, view.value.lead)),
        store.evidence,
      ),
    })),
  )
  /** The outcome that the pair verdicts and the picture are about: the one asked for, else the first row. */
  const outcome = computed(
    () =>
      (view.value.outcome === undefined ? undefined : store.evidence.outcomeById.get(view.value.outcome)) ??
      outcomes.value[0]?.outcome,
  )

  function facts(...wanted: readonly FactRowId[]): readonly TableRow[] {
    return FACT_ROWS.filter((id) => wanted.includes(id)).map((id) => {
      const row = factRow(id, treatments.value, store.evidence)
      return { kind: 'fact', id: `fact-${id}`, row, same: allSame(row.cells.map(wordsOfFact)) }
    })
  }

  function outcomesOf(group: OutcomeGroup): readonly TableRow[] {
    return outcomeRows.value
      .filter((entry) => entry.group === group)
      .map(({ row }) => ({ kind: 'outcome', id: `outcome-${row.outcome.id}`, row, same: row.same }))
  }

  function outcomeSection(group: OutcomeGroup, ...more: readonly TableRow[]): Section {
    const [title, lead] = OUTCOME_SECTIONS[group]
    return { id: group, title, lead, rows: [...outcomesOf(group), ...more] }
  }

  const guidance = computed<readonly Section[]>(() => {
    const { votes, others } = stanceRows(ids.value, store.evidence)
    return [
      {
        id: 'guidelines',
        title: 'Guidelines',
        lead:
          votes.length === 0
            ? 'No current guideline in the parts read speaks of any of these'
            : 'Current guidelines, newest first',
        rows: [...votes.map(stanceTableRow), ...facts('line')],
      },
      {
        id: 'other-guidance',
        title: 'Other documents',
        lead: 'Superseded, on other conditions, statements, reviews, labels: no votes',
        folded: true,
        rows: others.map(stanceTableRow),
      },
    ]
  })

  const cautions = computed<Section>(() => {
    const ready = store.evidence.loaded.has('cautions') && store.evidence.loaded.has('factors')
    return {
      id: 'cautions',
      title: 'Cautions known',
      lead: 'Strictest first. No caution recorded is not proof of safety.',
      loading: !ready && !store.complete ? 'Loading the cautions' : undefined,
      rows: cautionRows(ids.value, store.evidence).map((row) => ({
        kind: 'caution',
        id: `caution-${row.factor}`,
        row,
        same: allSame(row.cells.map(wordsOfCautions)),
      })),
    }
  })

  const sections = computed<readonly Section[]>(() =>
    [
      ...guidance.value,
      outcomeSection('benefits'),
      outcomeSection('lasting', ...facts('duration')),
      outcomeSection('experience'),
      outcomeSection('harms'),
      outcomeSection(
        'burden',
        ...facts('route', 'setting', 'anaesthesia', 'regimen', 'monitoring', 'onset', 'reversible'),
      ),
      cautions.value,
      outcomeSection('cost'),
      outcomeSection('context'),
      {
        id: 'sources',
        title: 'Sources',
        rows: [
          {
            kind: 'sources' as const,
            id: 'sources-counts',
            cells: ids.value.map((id) => sourceCounts(id, store.evidence)),
            same: false,
          },
        ],
      },
    ].filter(
      (section) => section.rows.length > 0 || section.loading !== undefined || section.id === 'cautions',
    ),
  )

  return { columns, sections, outcomes, outcome }
}
