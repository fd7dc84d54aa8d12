import type { Forest, ForestBlock, ForestColumn, ForestGroup, ForestRow } from '@/domain/forest/forestParts'
import type { ForestPool, ForestPools } from '@/domain/forest/forestPools'
import { forestScale } from '@/domain/forest/forestScale'
import { barAxis, type BarAxis } from './barAxis'

/** What stands on one line of a group, in the order of the drawing and of the table. */
export type ForestEntry =
  | { readonly kind: 'row'; readonly twinRow: number; readonly row: ForestRow }
  | { readonly kind: 'pool'; readonly twinRow: number; readonly pool: ForestPool }
  /** Why rows are in no pooled number. */
  | { readonly kind: 'words'; readonly words: string }

export interface EntryGroup {
  readonly column: ForestColumn
  readonly entries: readonly ForestEntry[]
}

export interface EntryBlock {
  readonly block: ForestBlock
  readonly axis: BarAxis | undefined
  readonly groups: readonly EntryGroup[]
}

/** Pooled numbers stand under the rows they are made of; the other rows follow. */
function orderedRows(group: ForestGroup, pools: readonly ForestPool[]) {
  const inPool = (row: ForestRow, pool: ForestPool) => pool.members.has(row.estimate.finding.id)
  const rest = group.rows.filter((row) => !pools.some((pool) => inPool(row, pool)))
  return [...pools.flatMap((pool) => [...group.rows.filter((row) => inPool(row, pool)), pool]), ...rest]
}

function isPool(entry: ForestRow | ForestPool): entry is ForestPool {
  return 'members' in entry
}

/**
 * A forest plot line by line, each line with the row of the table that says the same.
 *
 * @param pools undefined while the statistics are not loaded: then nothing is pooled and nothing said of it
 */
export function forestEntries(forest: Forest, pools: ForestPools | undefined): readonly EntryBlock[] {
  let next = 0
  return forest.blocks.map((block) => {
    const scale = forestScale(block)
    return {
      block,
      axis: scale && barAxis(scale, block.axisCaption),
      groups: block.groups.map((group) => {
        const pooling = pools?.get(group)
        const lines = orderedRows(group, pooling?.pools ?? []).map((entry): ForestEntry => {
          const twinRow = next++
          return isPool(entry) ? { kind: 'pool', twinRow, pool: entry } : { kind: 'row', twinRow, row: entry }
        })
        const words = pooling?.notPooled
        return {
          column: group.column,
          entries: words === undefined ? lines : [...lines, { kind: 'words', words }],
        }
      }),
    }
  })
}
