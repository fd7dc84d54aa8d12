import type { Evidence } from '@/domain/evidence'
import { searchTreatments } from '@/domain/explore/search'
import { sortChoices } from '@/domain/explore/sortChoices'

/** Builds the indexes that the domain keeps for each evidence, one at a time, when the browser has nothing to do. */
export function prepareOnIdle(evidence: Evidence) {
  const steps = [() => searchTreatments(evidence, 'a'), () => sortChoices(evidence)]
  const next = () => {
    steps.shift()?.()
    if (steps.length > 0) later(next)
  }
  later(next)
}

function later(work: () => void) {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work)
  else setTimeout(work, 1000)
}
