/** The bare calculations, timed in Node without slowdown: the verdicts of Compare and the layout of a large forest. */
import { readFile } from 'node:fs/promises'
import { builtSource } from './builtSource.mjs'

const source = builtSource({
  loadTables: 'src/data/loadTables.ts',
  tables: 'src/domain/tables.ts',
  evidence: 'src/domain/evidence.ts',
  comparability: 'src/domain/comparability.ts',
  rankChances: 'src/domain/preferences/rankChances.ts',
})

async function loadEvidence() {
  const { loadTables, TABLE_NAMES, indexEvidence } = await source
  const { tables } = await loadTables((file) => readFile(`data/${file}`), TABLE_NAMES)
  return () => indexEvidence(tables)
}

/**
 * Milliseconds for the verdicts of all pairs of six treatments on all outcomes, with nothing remembered from an
 * earlier run: each run gets evidence of its own.
 */
export async function timeVerdicts(runs) {
  const freshEvidence = await loadEvidence()
  const { verdictOfTreatments } = await source
  const ids = [
    'carbamazepine',
    'mvd',
    'srs',
    'balloon-compression',
    'rf-thermocoagulation',
    'botulinum-toxin-a',
  ]
  return Array.from({ length: runs }, () => {
    const evidence = freshEvidence()
    const six = ids.map((id) => evidence.treatmentById.get(id))
    const start = performance.now()
    for (const [place, one] of six.entries())
      for (const other of six.slice(place + 1))
        for (const outcome of evidence.outcomes) verdictOfTreatments(one, other, outcome, evidence)
    return performance.now() - start
  })
}

/** Milliseconds for the chances of the ranks of 12 options on 8 criteria, a quarter of them gaps, in 10,000 draws. */
export async function timeRanks(runs) {
  const { DRAWS, rankChances, SEED } = await source
  const options = Array.from({ length: 12 }, (_, option) =>
    Array.from({ length: 8 }, (_, criterion) =>
      criterion % 4 === 0
        ? { kind: 'anything', low: 0, middle: 0.5, high: 1 }
        : { kind: 'interval', low: 0.2, middle: 0.3 + 0.03 * option, high: 0.8 },
    ),
  )
  return Array.from({ length: runs }, (_, run) => {
    const start = performance.now()
    rankChances({ options, weights: 'order', shares: [], draws: DRAWS, seed: SEED + run })
    return performance.now() - start
  })
}
