import type { Evidence } from '@/domain/evidence'
import type { ListTools } from './useListTools'

/** Builds the indexes that the domain keeps for each evidence, one at a time, when the browser has nothing to do. */
export function prepareOnIdle(evidence: Evidence, tools: ListTools) {
  const steps = [() => tools.searchTreatments(evidence, 'a'), () => tools.sortChoices(evidence)]
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
