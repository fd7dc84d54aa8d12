import { timesCompatible } from '../comparability/facets'
import { judgedRow } from '../comparability/judgedRow'
import type { Evidence } from '../evidence'
import type { PoolingRules } from '../poolingRules'
import type { Finding } from '../tables/findings'
import { isUsable } from '../usable'

/**
 * What may be pooled, read from the tables of the data as the pair verdict reads them. A missing time matches
 * nothing, except for harms where neither row states one, and where the number is itself a time.
 */
export function poolingRulesOf(evidence: Evidence): PoolingRules<Finding> {
  return {
    definitionKey: (id) => {
      const definition = evidence.definitionById.get(id)
      return definition?.stated === 'yes' ? (definition.equals ?? id) : undefined
    },
    denominatorKey: (id) => (evidence.denominatorById.get(id)?.stated === 'yes' ? id : undefined),
    populationGroup: (id) => {
      const group = evidence.populationById.get(id)?.compatibleGroup
      return group === 'none' ? undefined : group
    },
    timesCompatible: (a, b) => {
      const [one, other] = [judgedRow(a, evidence), judgedRow(b, evidence)]
      if (one.numberIsATime && other.numberIsATime) return true
      const harm = evidence.outcomeById.get(a.outcome)?.domain === 'harm'
      const neitherStated = one.days === undefined && other.days === undefined
      return (harm && neitherStated) || timesCompatible(one, other)
    },
    isUsable,
    countsWholeArm: (id) => evidence.denominatorRoleById.get(id)?.wholeArm === 'yes',
  }
}
