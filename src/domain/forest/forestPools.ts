import type { Evidence } from '../evidence'
import type { PooledFindings, PoolingRefused } from '../pooledFindings'
import { poolFindings } from '../poolFindings'
import { groupPoolable } from '../poolingCandidates'
import type { PoolingRules } from '../poolingRules'
import type { Finding } from '../tables/findings'
import type { Forest, ForestGroup } from './forestParts'
import { poolingRulesOf } from './poolingRulesOf'
import { leftOutWords, poolText, type PoolText } from './poolWords'

/** A pooled number and the rows it is made of. */
export interface ForestPool {
  readonly result: PooledFindings<Finding>
  readonly text: PoolText
  /** Ids of the findings in it. */
  readonly members: ReadonlySet<string>
}

/** What pooling gave for the rows of a treatment in a block. */
export interface GroupPooling {
  readonly pools: readonly ForestPool[]
  /** Why rows of the group are in no pooled number; undefined where all are in one, or there is a single row. */
  readonly notPooled: string | undefined
}

export type ForestPools = ReadonlyMap<ForestGroup, GroupPooling>

function refusalWords(refused: PoolingRefused<Finding>): string {
  const left = leftOutWords(refused.leftOut)
  return [`Not pooled. ${refused.words.join(' ')}`, left && ` Left out: ${left}.`].join('')
}

function poolGroup(group: ForestGroup, rules: PoolingRules<Finding>): GroupPooling {
  const findings = group.rows.map((row) => row.estimate.finding)
  if (findings.length < 2) return { pools: [], notPooled: undefined }
  const pools = groupPoolable(findings, rules).flatMap((rows): readonly ForestPool[] => {
    const result = poolFindings(rows, rules)
    if (result.kind === 'refused') return []
    const members = new Set(result.rows.map((row) => row.finding.id))
    return [{ result, text: poolText(result), members }]
  })
  const rest = findings.filter((finding) => !pools.some((pool) => pool.members.has(finding.id)))
  if (rest.length === 0) return { pools, notPooled: undefined }
  if (pools.length > 0)
    return {
      pools,
      notPooled: `${rest.length === 1 ? '1 row' : `${rest.length} rows`} not pooled: ${restWords(rest, pools, rules)}`,
    }
  const result = poolFindings(findings, rules)
  return { pools, notPooled: result.kind === 'refused' ? refusalWords(result) : undefined }
}

/** Why the rows beside a pooled number are not in it. */
function restWords(
  rest: readonly Finding[],
  pools: readonly ForestPool[],
  rules: PoolingRules<Finding>,
): string {
  const result = poolFindings(rest, rules)
  const shared = pools.flatMap((pool) => pool.result.leftOut)
  const left = leftOutWords([...shared, ...result.leftOut])
  const others = rest.length - shared.length - result.leftOut.length
  const differing = others > 0 ? `${others} of another time, design, denominator or kind of patients` : ''
  return `${[left, differing].filter(Boolean).join(', ')}.`
}

/** The pooled numbers of a forest plot, group by group, or the reason why there is none. Loads the statistics. */
export function poolForest(forest: Forest, evidence: Evidence): ForestPools {
  const rules = poolingRulesOf(evidence)
  const groups = forest.blocks.flatMap((block) => block.groups)
  return new Map(groups.map((group) => [group, poolGroup(group, rules)]))
}
