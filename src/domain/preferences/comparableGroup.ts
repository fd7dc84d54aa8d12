/**
 * The largest group of members of which every two may stand side by side. Among groups of one size the one with the
 * most firm pairs wins, then the one whose ids come first: the order of the columns decides nothing.
 *
 * @param ids of the members, at most a dozen
 * @param bond of two members: 0 may not stand side by side, 1 may with care, 2 were compared in one study
 * @returns ids of the group; a single member where nothing may stand beside anything, none for no members
 */
export function comparableGroup(
  ids: readonly string[],
  bond: (one: string, other: string) => 0 | 1 | 2,
): ReadonlySet<string> {
  const sorted = [...ids].sort()
  let best: { readonly group: readonly string[]; readonly firm: number } = { group: [], firm: 0 }

  function grow(group: readonly string[], firm: number, from: number) {
    const isLarger = group.length > best.group.length
    if (isLarger || (group.length === best.group.length && firm > best.firm)) best = { group, firm }
    for (let at = from; at < sorted.length; at += 1) {
      const candidate = sorted[at] ?? ''
      const bonds = group.map((member) => bond(member, candidate))
      if (bonds.includes(0)) continue
      grow([...group, candidate], firm + bonds.filter((strength) => strength === 2).length, at + 1)
    }
  }

  grow([], 0, 0)
  return new Set(best.group)
}
