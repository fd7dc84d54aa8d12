import type { CheckedClaim } from './claims'

/** What a claim takes beside its words: its verdict, sources and the space around it, in characters. */
const ROOM_OF_A_CLAIM = 250
/** Printed on A4 and Letter with sets of 4 to 10 claims of the data: the largest that stayed on one page of Letter. */
const ROOM_OF_A_PAGE = 3740

/** Whether the answer on these claims stays on one page of A4 or Letter; a guess from the length of their words. */
export function fitsOnePage(claims: readonly CheckedClaim[]): boolean {
  const room = claims.reduce(
    (sum, { claim }) => sum + claim.claim.length + claim.explanation.length + ROOM_OF_A_CLAIM,
    0,
  )
  return room <= ROOM_OF_A_PAGE
}
